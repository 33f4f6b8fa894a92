import type { Queryable } from './client'

/** Since when each of a store's failing endpoints fails, by its id. */
export async function listFailing(db: Queryable, shard: number, storeId: string): Promise<Map<string, Date>> {
  const { rows } = await db.query<{ endpoint_id: string; failing_since: Date }>(
    `SELECT h.endpoint_id, h.failing_since FROM endpoint e
     JOIN endpoint_health h ON h.shard = $1 AND h.endpoint_id = e.id
     WHERE e.store_id = $2 AND e.deleted_at IS NULL AND h.failing_since IS NOT NULL`,
    [shard, storeId],
  )
  return new Map(rows.map((row) => [row.endpoint_id, row.failing_since]))
}
