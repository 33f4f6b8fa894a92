import type { Queryable } from './client'
import type { LogScope } from './delivery-row'

/** How much an endpoint has pending, and the id of the oldest: its time is how long that waits. Null where there is none. */
export type PendingOfEndpoint = { count: number; oldestId: string | null }

/** What of a store's endpoint is pending and was never final, as the statistics count it: test sends do not count. */
export async function getPendingOfEndpoint(
  db: Queryable,
  { shard, storeId }: LogScope,
  endpointId: string,
): Promise<PendingOfEndpoint> {
  // As text, since PostgreSQL has min(uuid) from 18 on only; the order is the same.
  const { rows } = await db.query<PendingOfEndpoint>(
    `SELECT count(*)::int AS count, min(id::text) AS "oldestId" FROM pending_delivery
     WHERE shard = $1 AND store_id = $2 AND endpoint_id = $3 AND NOT is_test AND NOT revives`,
    [shard, storeId, endpointId],
  )
  return rows[0] ?? { count: 0, oldestId: null }
}
