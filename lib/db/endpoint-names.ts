import type { Queryable } from './client'

/** What lists of deliveries say of an endpoint. `retryPolicy` is the policy's name as stored. */
export type EndpointName = { name: string; isDeleted: boolean; isDisabled: boolean; retryPolicy: string }

type Row = { id: string; name: string; is_deleted: boolean; is_disabled: boolean; retry_policy: string }

/** All endpoints that a store has or had, by id, in the order of their names. */
export async function listEndpointNames(db: Queryable, storeId: string): Promise<Map<string, EndpointName>> {
  const { rows } = await db.query<Row>(
    `SELECT id, name, deleted_at IS NOT NULL AS is_deleted, disabled_at IS NOT NULL AS is_disabled, retry_policy
     FROM endpoint WHERE store_id = $1 ORDER BY name, id`,
    [storeId],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        isDeleted: row.is_deleted,
        isDisabled: row.is_disabled,
        retryPolicy: row.retry_policy,
      },
    ]),
  )
}
