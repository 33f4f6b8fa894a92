import type { Queryable } from '@/lib/db/client'

// What the product itself can only do now, the demo's history needs in the past. Instants are Unix ms.

/** Disables an endpoint as of `at`, for events stored later; its pending deliveries stay. */
export async function disableInThePast(
  db: Queryable,
  endpointId: string,
  { at, reason, pauseId }: { at: number; reason: string; pauseId: string },
): Promise<void> {
  await db.query(
    `UPDATE endpoint SET disabled_at = $2, disabled_reason = $3, updated_at = $2, revision = revision + 1 WHERE id = $1`,
    [endpointId, new Date(at), reason],
  )
  await db.query(`INSERT INTO endpoint_pause (id, endpoint_id, started_at) VALUES ($1, $2, $3)`, [
    pauseId,
    endpointId,
    new Date(at),
  ])
}

/** Makes an endpoint and its secret look as old as they are to be, and its last change as well. */
export async function ageEndpoint(
  db: Queryable,
  endpointId: string,
  { createdAt, updatedAt, revision }: { createdAt: number; updatedAt: number; revision: number },
): Promise<void> {
  await db.query(`UPDATE endpoint SET created_at = $2, updated_at = $3, revision = $4 WHERE id = $1`, [
    endpointId,
    new Date(createdAt),
    new Date(updatedAt),
    revision,
  ])
  await db.query(`UPDATE endpoint_secret SET created_at = $2 WHERE endpoint_id = $1`, [
    endpointId,
    new Date(createdAt),
  ])
}

/** Gives finished deliveries the exact instants at which they were finished: they were recorded by the hour. */
export async function setFinishedAt(
  db: Queryable,
  store: { id: string; shard: number },
  finished: readonly { deliveryId: string; at: number }[],
): Promise<void> {
  await db.query(
    `UPDATE finished_delivery f SET finished_at = i.at,
       recovered_at = CASE WHEN f.recovered_at IS NOT NULL THEN f.last_attempt_at + f.last_duration_ms * interval '1 ms' END
     FROM unnest($3::uuid[], $4::timestamptz[]) AS i(id, at)
     WHERE f.shard = $1 AND f.store_id = $2 AND f.id = i.id`,
    [
      store.shard,
      store.id,
      finished.map((each) => each.deliveryId),
      finished.map((each) => new Date(each.at)),
    ],
  )
}
