import { pool } from '@/lib/db/client'
import { listHealth } from '@/lib/db/endpoint-health'
import type { StoreContext } from './context'
import { type Suffering, sufferingOf } from './countdown'
import { conditionOf, type EndpointCondition } from './endpoint-summaries'
import { type Endpoint, getEndpoint } from './endpoints'
import { findLastFailure, type LastFailure } from './last-failure'

/** An endpoint with how it is; `lastFailure` is given where it fails or was disabled for that, and is still on record. */
export type EndpointStanding = Suffering & {
  endpoint: Endpoint
  condition: EndpointCondition
  lastFailure: LastFailure | null
}

/** What the head of an endpoint's page says. Throws `not_found`. */
export async function getEndpointStanding(context: StoreContext, id: string): Promise<EndpointStanding> {
  const [endpoint, health] = await Promise.all([
    getEndpoint(context, id),
    listHealth(pool(), context.shard, context.storeId),
  ])
  const suffering = sufferingOf(endpoint, health.get(id))
  const condition = conditionOf(endpoint, suffering.failingSince)
  const isInTrouble = condition === 'failing' || condition === 'disabled_automatically'
  const lastFailure = isInTrouble ? await findLastFailure(context, id) : null
  return { ...suffering, endpoint, condition, lastFailure }
}
