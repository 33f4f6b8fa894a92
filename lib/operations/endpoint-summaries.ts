import { pool } from '@/lib/db/client'
import { listHealth } from '@/lib/db/endpoint-health'
import { type HourCounts, listEndpointHours, quietHours } from '@/lib/db/endpoint-hours'
import { listEndpoints } from '@/lib/db/endpoints'
import { type LastAttempted, listLastAttempted } from '@/lib/db/last-attempted'
import { env } from '@/lib/env'
import type { StoreContext } from './context'
import { type Suffering, sufferingOf } from './countdown'
import { listenedEventTypes } from './endpoints'
import { rate } from './rate'

/** How an endpoint is: enabled and well, enabled with its latest deliveries failing, or disabled by whom. */
export type EndpointCondition = 'active' | 'failing' | 'disabled_by_you' | 'disabled_automatically'

/** An endpoint in a list, with what tells at a glance how it is. */
export type EndpointSummary = Suffering & {
  id: string
  name: string
  /** Null for one that sends to an e-mail address. */
  url: string | null
  email: string | null
  eventTypeCount: number
  allEventTypes: boolean
  condition: EndpointCondition
  disabledAt: Date | null
  disabledReason: string | null
  last: LastAttempted | null
  /** Of the 24 hours; null where nothing finished. */
  successRate: number | null
  delivered: number
  failed: number
  /** The running hour and the 23 before it, oldest first. */
  hours: HourCounts[]
}

/** A store's endpoints, and how many it may have. */
export type EndpointList = { endpoints: EndpointSummary[]; limit: number }

const MOST = 1_000
const ORDER: Record<EndpointCondition, number> = {
  failing: 0,
  disabled_automatically: 1,
  active: 2,
  disabled_by_you: 3,
}

/** All endpoints of a store, those in trouble first. */
export async function getEndpointList(context: StoreContext): Promise<EndpointList> {
  const endpoints = await listEndpoints(context.storeId, { limit: MOST, after: null })
  const ids = endpoints.map(({ id }) => id)
  const [last, hoursOf, health] = await Promise.all([
    listLastAttempted(pool(), context, ids),
    listEndpointHours(pool(), context),
    listHealth(pool(), context.shard, context.storeId),
  ])
  const summaries = endpoints.map((endpoint): EndpointSummary => {
    const suffering = sufferingOf(endpoint, health.get(endpoint.id))
    const hours = hoursOf.get(endpoint.id) ?? quietHours()
    const delivered = sum(hours.map((hour) => hour.delivered))
    const failed = sum(hours.map((hour) => hour.failed))
    return {
      ...suffering,
      id: endpoint.id,
      name: endpoint.name,
      url: endpoint.url,
      email: endpoint.email,
      eventTypeCount: listenedEventTypes(endpoint).length,
      allEventTypes: endpoint.allEventTypes,
      condition: conditionOf(endpoint, suffering.failingSince),
      disabledAt: endpoint.disabledAt,
      disabledReason: endpoint.disabledReason,
      last: last.get(endpoint.id) ?? null,
      successRate: rate(delivered, delivered + failed),
      delivered,
      failed,
      hours,
    }
  })
  return {
    endpoints: summaries.sort((one, other) => ORDER[one.condition] - ORDER[other.condition]),
    limit: env().ENDPOINTS_PER_STORE,
  }
}

/** See `EndpointCondition`; `failingSince` is null where nothing fails. */
export function conditionOf(
  endpoint: { disabledAt: Date | null; disabledReason: string | null },
  failingSince: Date | null,
): EndpointCondition {
  if (endpoint.disabledAt)
    return endpoint.disabledReason === 'manual' ? 'disabled_by_you' : 'disabled_automatically'
  return failingSince ? 'failing' : 'active'
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
