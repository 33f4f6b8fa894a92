import { listAttempts } from '@/lib/db/attempts'
import { pool } from '@/lib/db/client'
import { listDeliveries } from '@/lib/db/delivery-log'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import type { StoreContext } from './context'

/** How the last attempt of a delivery failed. */
export type LastFailure = {
  deliveryId: string
  at: Date
  error: ErrorKind
  httpStatus: number | null
  /** The first part of what came back. */
  response: { headers: Record<string, string>; body: string } | null
}

/** Of an endpoint's newest delivery that failed, or waits for its next attempt; test sends aside. Null where none is on record. */
export async function findLastFailure(
  scope: Pick<StoreContext, 'shard' | 'storeId'>,
  endpointId: string,
): Promise<LastFailure | null> {
  const filter = { endpointIds: [endpointId], statuses: ['failed', 'retrying'], hideTests: true } as const
  const { rows } = await listDeliveries(pool(), scope, filter, { limit: 1 })
  const [delivery] = rows
  if (!delivery?.error || !delivery.lastAttemptAt) return null
  const { id: deliveryId, lastAttemptAt: at, error, httpStatus } = delivery
  const [attempt] = await listAttempts(pool(), scope.shard, deliveryId, 1)
  const headers = attempt?.responseHeaders
  return {
    deliveryId,
    at,
    error,
    httpStatus,
    response: headers ? { headers, body: attempt.responseBody ?? '' } : null,
  }
}
