'use client'

import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'

/** What an `error.tsx` shows: the shell around it stays. */
export function ScreenFailure({
  error,
  retry,
  title,
}: {
  error: unknown
  retry: () => void
  title?: string
}) {
  return (
    <Card>
      <ErrorState
        title={title ?? 'This screen could not be loaded'}
        onRetry={retry}
        requestId={digestOf(error)}
      >
        Nothing was lost: events are accepted and delivered all the same. Try again in a moment.
      </ErrorState>
    </Card>
  )
}

/** Next's name for the error in the server's log. */
function digestOf(error: unknown): string | undefined {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  return typeof digest === 'string' ? digest : undefined
}
