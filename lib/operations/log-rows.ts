import type { DeliveryRow } from '@/lib/db/delivery-row'
import type { EndpointName } from '@/lib/db/endpoint-names'
import { env } from '@/lib/env'

/** A delivery as screens show it: with what they say of its endpoint. */
export type LogRow = DeliveryRow & {
  endpointName: string
  endpointIsDeleted: boolean
  endpointIsDisabled: boolean
  /** How many attempts its endpoint's retry policy makes today; null where that is not known. */
  mostAttempts: number | null
}

/** The row with its endpoint's words; `endpoints` are all of the store's. */
export function toLogRow(row: DeliveryRow, endpoints: ReadonlyMap<string, EndpointName>): LogRow {
  const endpoint = endpoints.get(row.endpointId)
  return {
    ...row,
    endpointName: endpoint?.name ?? '',
    endpointIsDeleted: endpoint?.isDeleted ?? true,
    endpointIsDisabled: endpoint?.isDisabled ?? false,
    mostAttempts: row.isTest ? 1 : policyAttempts(endpoint?.retryPolicy),
  }
}

function policyAttempts(retryPolicy: string | undefined): number | null {
  const { RETRY_STANDARD, RETRY_SHORT } = env()
  if (retryPolicy === 'standard') return RETRY_STANDARD.length + 1
  if (retryPolicy === 'short') return RETRY_SHORT.length + 1
  return retryPolicy === 'none' ? 1 : null
}
