import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import type { ErrorKind } from '@/lib/webhooks/outcome'

/** An exact HTTP status, or a class of them. */
export type HttpStatusFilter = number | '2xx' | '3xx' | '4xx' | '5xx'

/** What to show of the log: a delivery has to match every part that is given, and of a list, one entry. */
export type LogFilter = {
  endpointIds?: readonly string[] | undefined
  eventType?: string | undefined
  statuses?: readonly DeliveryStatus[] | undefined
  /** Of the last attempt, like `error`. */
  httpStatus?: HttpStatusFilter | undefined
  error?: ErrorKind | undefined
  /** Instants of the delivery's id: `since` is included, `until` is not. */
  since?: Date | undefined
  until?: Date | undefined
  eventIds?: readonly string[] | undefined
  /** An id or e-mail address that stands in the event's data, lower-cased. */
  objectValue?: string | undefined
  deliveryIds?: readonly string[] | undefined
  resendId?: string | undefined
  hideTests?: boolean | undefined
}

const FINAL: readonly DeliveryStatus[] = ['delivered', 'failed', 'cancelled']
const CANCEL_REASONS: readonly ErrorKind[] = ['endpoint_disabled', 'endpoint_deleted', 'expired']

/** Whether nothing can match, so that the tables need not be asked: they would be searched to their end. */
export function matchesNothing(filter: LogFilter): boolean {
  const { statuses, error, since, until, eventType, httpStatus, objectValue } = filter
  const [lowest, highest] = httpStatusBounds(httpStatus)
  if ([filter.endpointIds, filter.eventIds, filter.deliveryIds, statuses].some((list) => list?.length === 0))
    return true
  if (since && until && since >= until) return true
  if (lowest !== null && highest !== null && (lowest < 100 || highest > 999)) return true
  // PostgreSQL's text holds no NUL, and refuses to compare with one.
  if (eventType?.includes('\0') || objectValue?.includes('\0')) return true
  const possible = statuses?.filter((status) => canHave(status, lowest, error))
  return possible?.length === 0
}

function canHave(status: DeliveryStatus, httpStatus: number | null, error: ErrorKind | undefined): boolean {
  if (status === 'pending') return httpStatus === null && error === undefined
  // The resend of a cancelled one carries the reason until it was attempted.
  return !error || !CANCEL_REASONS.includes(error) || status === 'cancelled' || status === 'retrying'
}

/** Which tables can hold what the filter asks for. */
export function tablesOf({ statuses }: LogFilter): { pending: boolean; finished: boolean } {
  return {
    pending: statuses?.some((status) => !FINAL.includes(status)) ?? true,
    finished: statuses?.some((status) => FINAL.includes(status)) ?? true,
  }
}

/** Whether, of finished deliveries, only such can match as are not delivered or failed last: few, with an index of their own. */
export function isAboutTrouble({ statuses, error, httpStatus }: LogFilter): boolean {
  const [lowest] = httpStatusBounds(httpStatus)
  if (error !== undefined || (lowest !== null && lowest >= 300)) return true
  return statuses?.every((status) => status !== 'delivered') ?? false
}

/** The lowest and the highest HTTP status that match, nulls for any. */
export function httpStatusBounds(httpStatus: HttpStatusFilter | undefined): [number | null, number | null] {
  if (httpStatus === undefined) return [null, null]
  if (typeof httpStatus === 'number') return [httpStatus, httpStatus]
  const hundred = Number(httpStatus.charAt(0)) * 100
  return [hundred, hundred + 99]
}
