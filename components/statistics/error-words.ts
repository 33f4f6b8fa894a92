import { errorLabels } from '@/components/deliveries/delivery-words'
import type { ErrorKind } from '@/lib/webhooks/outcome'

type ErrorCount = { error: ErrorKind; httpStatus: number | null }

/** "HTTP error 503", "Timeout", or "Timeout (HTTP 200)" where an answer had begun. */
export function errorWords({ error, httpStatus }: ErrorCount): string {
  if (httpStatus === null) return errorLabels[error]
  const isAnswer = error === 'http_error' || error === 'redirect'
  return isAnswer ? `${errorLabels[error]} ${httpStatus}` : `${errorLabels[error]} (HTTP ${httpStatus})`
}
