import type { Queryable } from './client'
import type { LogScope } from './delivery-row'

/** Deliveries that became final within an hour, by first final status; test sends do not count. */
export type HourCounts = { delivered: number; failed: number }

const HOURS = 24

/** An endpoint's last 24 hours when nothing happened in them. */
export function quietHours(): HourCounts[] {
  return Array.from({ length: HOURS }, () => ({ delivered: 0, failed: 0 }))
}

/**
 * Per endpoint of the store, by id, the running hour and the 23 before it (UTC), oldest first; endpoints without traffic
 * are left out.
 */
export async function listEndpointHours(
  db: Queryable,
  { shard, storeId }: LogScope,
): Promise<Map<string, HourCounts[]>> {
  const { rows } = await db.query<HourCounts & { endpointId: string; hoursAgo: number }>(
    `SELECT endpoint_id AS "endpointId", delivered, failed,
       (extract(epoch FROM date_trunc('hour', now(), 'UTC') - hour) / 3600)::int AS "hoursAgo"
     FROM stat_hour
     WHERE shard = $1 AND store_id = $2 AND hour > date_trunc('hour', now(), 'UTC') - interval '${HOURS} hours'`,
    [shard, storeId],
  )
  const byEndpoint = new Map<string, HourCounts[]>()
  for (const { endpointId, hoursAgo, delivered, failed } of rows) {
    const hours = byEndpoint.get(endpointId) ?? quietHours()
    byEndpoint.set(endpointId, hours)
    // A row of the next hour, written while this was asked, belongs to the running one.
    const hour = hours[HOURS - 1 - Math.max(0, hoursAgo)]
    if (hour) Object.assign(hour, { delivered: hour.delivered + delivered, failed: hour.failed + failed })
  }
  return byEndpoint
}
