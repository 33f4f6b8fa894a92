import { pool } from '@/lib/db/client'
import { listDeliveries } from '@/lib/db/delivery-log'
import { listFailing } from '@/lib/db/endpoint-health'
import { listEndpoints } from '@/lib/db/endpoints'
import type { StoreContext } from './context'
import { listenedEventTypes } from './endpoints'
import { listEndpointHealth } from './statistics'

/** How an endpoint is: enabled and well, enabled with its latest deliveries failing, or disabled by whom. */
type EndpointCondition = 'active' | 'failing' | 'disabled_by_you' | 'disabled_automatically'

/** An endpoint in a list, with what tells at a glance how it is. */
export type EndpointSummary = {
  id: string
  name: string
  url: string | null
  eventTypeCount: number
  allEventTypes: boolean
  condition: EndpointCondition
  disabledAt: Date | null
  disabledReason: string | null
  failingSince: Date | null
  last: { deliveryId: string; at: Date; httpStatus: number | null; error: string | null } | null
  /** Over 24 hours; null where nothing finished. */
  successRate: number | null
  finished: number
}

const MOST = 1_000
const ORDER: Record<EndpointCondition, number> = {
  failing: 0,
  disabled_automatically: 1,
  active: 2,
  disabled_by_you: 3,
}

/** All endpoints of a store, those in trouble first. */
export async function listEndpointSummaries(context: StoreContext): Promise<EndpointSummary[]> {
  const [endpoints, health, failing] = await Promise.all([
    listEndpoints(context.storeId, { limit: MOST, after: null }),
    listEndpointHealth(context),
    listFailing(pool(), context.shard, context.storeId),
  ])
  const summaries = await Promise.all(
    endpoints.map(async (endpoint) => {
      const failingSince = failing.get(endpoint.id) ?? null
      const day = health.get(endpoint.id)
      return {
        id: endpoint.id,
        name: endpoint.name,
        url: endpoint.url,
        eventTypeCount: listenedEventTypes(endpoint).length,
        allEventTypes: endpoint.allEventTypes,
        condition: conditionOf(endpoint, failingSince),
        disabledAt: endpoint.disabledAt,
        disabledReason: endpoint.disabledReason,
        failingSince,
        last: await lastAttempted(context, endpoint.id),
        successRate: day?.successRate ?? null,
        finished: (day?.delivered ?? 0) + (day?.failed ?? 0),
      }
    }),
  )
  return summaries.sort((one, other) => ORDER[one.condition] - ORDER[other.condition])
}

/** See `EndpointCondition`. */
function conditionOf(
  endpoint: { disabledAt: Date | null; disabledReason: string | null },
  failingSince: Date | null,
): EndpointCondition {
  if (endpoint.disabledAt)
    return endpoint.disabledReason === 'manual' ? 'disabled_by_you' : 'disabled_automatically'
  return failingSince ? 'failing' : 'active'
}

async function lastAttempted(context: StoreContext, endpointId: string): Promise<EndpointSummary['last']> {
  const { rows } = await listDeliveries(pool(), context, { endpointIds: [endpointId] }, { limit: 1 })
  const [last] = rows
  if (!last?.lastAttemptAt) return null
  return { deliveryId: last.id, at: last.lastAttemptAt, httpStatus: last.httpStatus, error: last.error }
}
