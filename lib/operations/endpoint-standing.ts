import { listAttempts } from '@/lib/db/attempts'
import { pool } from '@/lib/db/client'
import { listDeliveries } from '@/lib/db/delivery-log'
import { listFailing } from '@/lib/db/endpoint-health'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import type { StoreContext } from './context'
import { conditionOf, type EndpointCondition } from './endpoint-summaries'
import { type Endpoint, getEndpoint } from './endpoints'

/** How the last attempt of a delivery failed. */
export type LastFailure = {
  deliveryId: string
  at: Date
  error: ErrorKind
  httpStatus: number | null
  /** The first part of what came back. */
  response: { headers: Record<string, string>; body: string } | null
}

/** An endpoint with how it is; `lastFailure` is given where it fails or was disabled for that, and is still on record. */
export type EndpointStanding = {
  endpoint: Endpoint
  condition: EndpointCondition
  failingSince: Date | null
  lastFailure: LastFailure | null
}

/** What the head of an endpoint's page says. Throws `not_found`. */
export async function getEndpointStanding(context: StoreContext, id: string): Promise<EndpointStanding> {
  const [endpoint, failing] = await Promise.all([
    getEndpoint(context, id),
    listFailing(pool(), context.shard, context.storeId),
  ])
  const failingSince = failing.get(id) ?? null
  const condition = conditionOf(endpoint, failingSince)
  const isInTrouble = condition === 'failing' || condition === 'disabled_automatically'
  const lastFailure = isInTrouble ? await findLastFailure(context, id) : null
  return { endpoint, condition, failingSince, lastFailure }
}

/** Of the newest delivery that failed, or waits for its next attempt; test sends aside. */
async function findLastFailure(context: StoreContext, endpointId: string): Promise<LastFailure | null> {
  const filter = { endpointIds: [endpointId], statuses: ['failed', 'retrying'], hideTests: true } as const
  const { rows } = await listDeliveries(pool(), context, filter, { limit: 1 })
  const [delivery] = rows
  if (!delivery?.error || !delivery.lastAttemptAt) return null
  const { id: deliveryId, lastAttemptAt: at, error, httpStatus } = delivery
  const [attempt] = await listAttempts(pool(), context.shard, deliveryId, 1)
  const headers = attempt?.responseHeaders
  return {
    deliveryId,
    at,
    error,
    httpStatus,
    response: headers ? { headers, body: attempt.responseBody ?? '' } : null,
  }
}
