import type { Queryable } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import type { PastHealth, PastNotice } from './past-notices'

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

/** Writes notices of the past as if they had been mailed then; the store's people last looked at them at `seenAt`. */
export async function addPastNotices(
  db: Queryable,
  storeId: string,
  notices: readonly PastNotice[],
  seenAt: number,
): Promise<void> {
  for (const { at, endpointId, kind, details } of notices) {
    await db.query(
      `INSERT INTO notice (id, store_id, endpoint_id, kind, details, created_at, mailed_at) VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [newId(at), storeId, endpointId, kind, details, new Date(at)],
    )
  }
  await db.query('UPDATE membership SET notices_seen_at = $2 WHERE store_id = $1', [
    storeId,
    new Date(seenAt),
  ])
}

/** Notes how far an endpoint was warned of, and since when exactly it fails: its attempts were recorded by the hour. */
export async function setWarned(
  db: Queryable,
  shard: number,
  endpointId: string,
  { failingSince, warnedPercent, warnedSince }: PastHealth,
): Promise<void> {
  await db.query(
    `UPDATE endpoint_health SET failing_since = $3, warned_percent = $4, warned_since = $5
     WHERE shard = $1 AND endpoint_id = $2`,
    [shard, endpointId, failingSince, warnedPercent, warnedSince],
  )
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
