import type { Queryable } from './client'

// Nobody is to put a dead endpoint off for good.
const MOST_DAYS_AHEAD = 30

/**
 * Puts the disabling of a store's failing endpoint off by 24 h, counted from its end or from now, whichever is later; never
 * further than 30 days ahead. Returns the new end, null where the endpoint is not there, disabled, or does not fail.
 */
export async function snoozeEndpoint(
  db: Queryable,
  { shard, storeId }: { shard: number; storeId: string },
  endpointId: string,
  disableAfterMs: number,
): Promise<Date | null> {
  const { rows } = await db.query<{ until: Date }>(
    `UPDATE endpoint_health h SET snoozed_until = least(
       greatest(h.failing_since + $4 * interval '1 millisecond', h.snoozed_until, now()) + interval '24 hours',
       now() + ${MOST_DAYS_AHEAD} * interval '1 day')
     FROM endpoint e
     WHERE h.shard = $1 AND h.endpoint_id = $3 AND h.failing_since IS NOT NULL
       AND e.id = h.endpoint_id AND e.store_id = $2 AND e.disabled_at IS NULL AND e.deleted_at IS NULL
     RETURNING h.snoozed_until AS until`,
    [shard, storeId, endpointId, disableAfterMs],
  )
  return rows[0]?.until ?? null
}
