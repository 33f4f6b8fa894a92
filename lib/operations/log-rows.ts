import type { DeliveryRow } from '@/lib/db/delivery-row'
import type { EndpointName } from '@/lib/db/endpoint-names'
import { retryDelaysMs } from './endpoints'

/** A delivery as screens show it: with what they say of its endpoint. */
export type LogRow = DeliveryRow & {
  endpointName: string
  endpointIsDeleted: boolean
  endpointIsDisabled: boolean
  /** Until when a sender holds the endpoint's deliveries back, after failures. */
  endpointPausedUntil: Date | null
  /** How many attempts its endpoint's retry policy makes today; null where that is not known. */
  mostAttempts: number | null
  /** Whether its event does not match its type's schema. */
  hasWarnings: boolean
}

/** The row with its endpoint's words; `endpoints` are all of the store's, `warned` the events with warnings. */
export function toLogRow(
  row: DeliveryRow,
  endpoints: ReadonlyMap<string, EndpointName>,
  warned: ReadonlySet<string>,
): LogRow {
  const endpoint = endpoints.get(row.endpointId)
  const delaysMs = endpoint ? retryDelaysMs(endpoint.retryPolicy) : null
  return {
    ...row,
    endpointName: endpoint?.name ?? '',
    endpointIsDeleted: endpoint?.isDeleted ?? true,
    endpointIsDisabled: endpoint?.isDisabled ?? false,
    endpointPausedUntil: endpoint?.pausedUntil ?? null,
    hasWarnings: warned.has(row.eventId),
    mostAttempts: row.isTest ? 1 : delaysMs && delaysMs.length + 1,
  }
}
