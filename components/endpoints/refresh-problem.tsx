import { ScreenError } from '@/components/shell/screen-query'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'

type Props = { error: Error | null; isOffline: boolean; retrying: boolean; onRetry: () => void }

/** Says that what is seen is no longer refreshed. */
export function RefreshProblem({ error, isOffline, retrying, onRetry }: Props) {
  if (isOffline) {
    return (
      <Banner tone="warning" role="status" title="You are offline">
        What you see is from before. It is refreshed once the connection is back.
      </Banner>
    )
  }
  if (!error) return null
  const requestId = error instanceof ScreenError ? error.requestId : undefined
  return (
    <Banner
      tone="danger"
      role="alert"
      title="The list could not be refreshed"
      actions={
        <Button size="sm" pending={retrying} onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {error.message} What you see is from before.{requestId ? ` Request ${requestId}.` : ''}
    </Banner>
  )
}
