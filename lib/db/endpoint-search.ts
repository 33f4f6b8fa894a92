import type { Queryable } from './client'

/** The store's endpoints, deleted ones left out, whose current URL or e-mail address contains this text in any case. */
export async function findEndpointIdsByUrl(db: Queryable, storeId: string, part: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM endpoint WHERE store_id = $1 AND deleted_at IS NULL AND strpos(lower(coalesce(url, email)), lower($2)) > 0',
    [storeId, part],
  )
  return rows.map((row) => row.id)
}

/** Where the state of a store's endpoint stands, deleted or not. */
export type EndpointState = { disabledAt: Date | null; deletedAt: Date | null }

/** Whether a store's endpoint is disabled or deleted; null where the store never had one of this id. */
export async function findEndpointState(
  db: Queryable,
  storeId: string,
  id: string,
): Promise<EndpointState | null> {
  const { rows } = await db.query<EndpointState>(
    'SELECT disabled_at AS "disabledAt", deleted_at AS "deletedAt" FROM endpoint WHERE store_id = $1 AND id = $2',
    [storeId, id],
  )
  return rows[0] ?? null
}
