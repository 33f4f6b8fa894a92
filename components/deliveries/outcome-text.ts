import type { ErrorKind } from '@/lib/webhooks/outcome'
import { errorLabels } from './delivery-words'

/** What came of an attempt in a word or a number; of a cancelled delivery, why it ended. */
export function outcomeText(httpStatus: number | null, error: ErrorKind | null): string {
  if (error === 'redirect' && httpStatus !== null) return `${errorLabels.redirect} ${httpStatus}`
  if (error !== null && error !== 'http_error') return errorLabels[error]
  if (httpStatus !== null) return String(httpStatus)
  return error === null ? '—' : errorLabels[error]
}

/** The same of an attempt that was made: what arrived without a status was taken by a mail server. */
export function attemptText(httpStatus: number | null, error: ErrorKind | null): string {
  return httpStatus === null && error === null ? 'Accepted' : outcomeText(httpStatus, error)
}
