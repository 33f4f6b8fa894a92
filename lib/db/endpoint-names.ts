import type { Queryable } from './client'
import type { LogScope } from './delivery-row'

/**
 * What lists of deliveries say of an endpoint. `retryPolicy` is the policy's name as stored; `pausedUntil` is until when
 * a sender holds its deliveries back after failures, null while none does.
 */
export type EndpointName = {
  name: string
  isDeleted: boolean
  isDisabled: boolean
  retryPolicy: string
  pausedUntil: Date | null
}

type Row = {
  id: string
  name: string
  is_deleted: boolean
  is_disabled: boolean
  retry_policy: string
  paused_until: Date | null
}

/** All endpoints that a store has or had, by id, in the order of their names. */
export async function listEndpointNames(
  db: Queryable,
  { shard, storeId }: LogScope,
): Promise<Map<string, EndpointName>> {
  const { rows } = await db.query<Row>(
    `SELECT e.id, e.name, e.deleted_at IS NOT NULL AS is_deleted, e.disabled_at IS NOT NULL AS is_disabled, e.retry_policy,
       CASE WHEN e.disabled_at IS NULL AND e.deleted_at IS NULL AND h.paused_until > now() THEN h.paused_until END
         AS paused_until
     FROM endpoint e LEFT JOIN endpoint_health h ON h.shard = $1 AND h.endpoint_id = e.id
     WHERE e.store_id = $2 ORDER BY e.name, e.id`,
    [shard, storeId],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        isDeleted: row.is_deleted,
        isDisabled: row.is_disabled,
        retryPolicy: row.retry_policy,
        pausedUntil: row.paused_until,
      },
    ]),
  )
}
