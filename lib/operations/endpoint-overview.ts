import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { listDeliveries } from '@/lib/db/delivery-log'
import type { DeliveryRow } from '@/lib/db/delivery-row'
import { listHealth } from '@/lib/db/endpoint-health'
import { getPendingOfEndpoint } from '@/lib/db/pending-of-endpoint'
import { listDayCounts } from '@/lib/db/statistics'
import { idTime } from '@/lib/ids'
import type { StoreContext } from './context'
import { type Suffering, sufferingOf } from './countdown'
import { conditionOf, type EndpointCondition } from './endpoint-summaries'
import { getEndpoint } from './endpoints'
import { type EndpointHealth, listEndpointHealth, type Statistics, statisticsOf } from './statistics'

const WEEK = 7
const LATEST = 10

/** How an endpoint fares: its last 24 hours, its last 7 local days, what waits, and its newest deliveries. */
export type EndpointOverview = {
  /** When all of this was so. */
  asOf: Date
  /** Grows with each change of the endpoint. */
  revision: number
  condition: EndpointCondition
  suffering: Suffering
  lastDay: EndpointHealth
  /** Over the last 7 days; null where nothing was sent. */
  p95Ms: number | null
  pending: { count: number; oldestAt: Date | null }
  /** Of the last 7 local days, oldest first, those without traffic too. */
  days: Pick<Statistics['daily'][number], 'date' | 'delivered' | 'failed' | 'cancelled' | 'successRate'>[]
  /** Whether anything but test sends became final or is pending since the first of `days`. */
  hadTraffic: boolean
  /** Whether the log holds anything of it but test sends, or the last 7 days did. */
  isUsed: boolean
  timeZone: string
  /** The newest first, test sends too. */
  latest: DeliveryRow[]
}

/** What the page of an endpoint shows and refreshes. Throws `not_found`. */
export async function getEndpointOverview(context: StoreContext, id: string): Promise<EndpointOverview> {
  const asOf = now()
  const endpoint = await getEndpoint(context, id)
  const filter = { days: WEEK, timeZone: context.timeZone, endpointId: id }
  const [troubles, health, days, pending, latest] = await Promise.all([
    listHealth(pool(), context.shard, context.storeId),
    listEndpointHealth(context),
    listDayCounts(pool(), context, filter),
    getPendingOfEndpoint(pool(), context, id),
    listDeliveries(pool(), context, { endpointIds: [id] }, { limit: LATEST }),
  ])
  const { deliveries, responseTimeMs, daily } = statisticsOf(filter, days, [], pending.count)
  const hadTraffic = deliveries.total > 0
  const suffering = sufferingOf(endpoint, troubles.get(id))
  return {
    asOf,
    revision: endpoint.revision,
    condition: conditionOf(endpoint, suffering.failingSince),
    suffering,
    lastDay: health.get(id) ?? { delivered: 0, failed: 0, successRate: null },
    p95Ms: responseTimeMs.p95,
    pending: { count: pending.count, oldestAt: pending.oldestId === null ? null : idTime(pending.oldestId) },
    days: daily.map(({ p95, ...day }) => day),
    hadTraffic,
    isUsed: hadTraffic || latest.rows.some((row) => !row.isTest) || (await isInLog(context, id)),
    timeZone: context.timeZone,
    latest: latest.rows,
  }
}

async function isInLog(context: StoreContext, id: string): Promise<boolean> {
  const { rows } = await listDeliveries(pool(), context, { endpointIds: [id], hideTests: true }, { limit: 1 })
  return rows.length > 0
}
