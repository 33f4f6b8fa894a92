import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { refusalText } from './refusal-text'

type Props = {
  /** "The list could not be refreshed" */
  title: string
  error: { message: string; requestId?: string | undefined } | null
  isOffline?: boolean
  retrying: boolean
  onRetry: () => void
  className?: string
}

/** Above what is still shown: that it is no longer refreshed, and why. */
export function RefreshProblem({ title, error, isOffline = false, retrying, onRetry, className }: Props) {
  if (isOffline) {
    return (
      <Banner tone="warning" role="status" title="You are offline" className={className}>
        What you see is from before. It is refreshed once the connection is back.
      </Banner>
    )
  }
  if (!error) return null
  return (
    <Banner
      tone="warning"
      role="alert"
      title={title}
      className={className}
      actions={
        <Button size="sm" pending={retrying} onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {refusalText(error)} What you see is from before.
    </Banner>
  )
}
