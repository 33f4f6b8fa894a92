import type { Queryable } from './client'

const ACTOR = /^(user|token):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * The names of who acted in a store, by `user:<id>` or `token:<id>`: a person's own, or the store's token's. Who is gone,
 * or was never the store's, is left out; a person who has left the store is still named.
 */
export async function listActorNames(
  db: Queryable,
  storeId: string,
  actors: readonly string[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    actors.flatMap((actor) => {
      const [, found, id] = ACTOR.exec(actor) ?? []
      return found === kind && id ? [id] : []
    })
  const { rows } = await db.query<{ actor: string; name: string }>(
    `SELECT 'user:' || id AS actor, name FROM app_user WHERE id = ANY ($2::uuid[])
     UNION ALL
     SELECT 'token:' || id, name FROM api_token WHERE store_id = $1 AND id = ANY ($3::uuid[])`,
    [storeId, idsOf('user'), idsOf('token')],
  )
  return new Map(rows.map(({ actor, name }) => [actor, name]))
}
