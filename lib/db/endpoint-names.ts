import type { Queryable } from './client'

/** The names of all endpoints that a store has or had, by id. */
export async function listEndpointNames(
  db: Queryable,
  storeId: string,
): Promise<Map<string, { name: string; isDeleted: boolean }>> {
  const { rows } = await db.query<{ id: string; name: string; is_deleted: boolean }>(
    'SELECT id, name, deleted_at IS NOT NULL AS is_deleted FROM endpoint WHERE store_id = $1 ORDER BY name, id',
    [storeId],
  )
  return new Map(rows.map(({ id, name, is_deleted: isDeleted }) => [id, { name, isDeleted }]))
}
