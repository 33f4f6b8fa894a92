import type { ClaimedDelivery } from './claimed-delivery'
import type { Queryable } from './client'

const STATEMENT = {
  name: 'release-claims',
  text: `UPDATE pending_delivery q SET leased_at = NULL, leased_until = NULL
  WHERE q.shard = $1 AND q.id = ANY ($2::uuid[]) AND q.claims = ($3::int[])[array_position($2::uuid[], q.id)]`,
}

/** Gives back claims of one shard on which nothing was sent, so that anyone can take them at once. */
export async function releaseClaims(
  db: Queryable,
  shard: number,
  claims: readonly ClaimedDelivery[],
): Promise<void> {
  await db.query({
    ...STATEMENT,
    values: [shard, claims.map((claim) => claim.id), claims.map((claim) => claim.claims)],
  })
}
