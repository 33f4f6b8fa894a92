import type pg from 'pg'
import { listens } from './endpoint-listens-sql'
import type { ResendLease } from './lease-resends'
import type { CatchUpPosition } from './resend-jobs'
import { type StepAnswer, takeResendStep } from './resend-step'

const STATEMENT = `
INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, resend_actor,
  resend_id, next_trigger)
SELECT j.shard, delivery_id(v.id, e.id), j.store_id, e.id, v.id, v.type, e.api_version, now(), j.actor, j.id, 'catch_up'
FROM resend j CROSS JOIN unnest($3::uuid[]) WITH ORDINALITY AS p(id, position)
CROSS JOIN LATERAL (
  SELECT * FROM event i WHERE i.shard = $2::smallint AND i.store_id = j.store_id AND i.id = p.id OFFSET 0) v
JOIN endpoint e ON e.id = j.endpoint_id AND e.disabled_at IS NULL AND e.deleted_at IS NULL
WHERE j.id = $1::uuid AND ${listens('e', 'v')}
  AND (SELECT true FROM finished_delivery f
    WHERE f.shard = j.shard AND f.store_id = j.store_id AND f.id = delivery_id(v.id, e.id)) IS NULL
ORDER BY p.position
ON CONFLICT DO NOTHING`

/** What a step of a catch-up makes deliveries for, and how far its pause is caught up after it. */
export type MissedStep = {
  eventIds: readonly string[]
  pauseId: string
  caughtUpTo: string
  progress: CatchUpPosition
}

/** Makes deliveries for events that an endpoint missed, under the ids they would have had, and moves job and pause on. */
export async function queueMissed(
  pool: Pick<pg.Pool, 'connect'>,
  lease: ResendLease,
  { eventIds, pauseId, caughtUpTo, progress }: MissedStep,
): Promise<StepAnswer> {
  return takeResendStep(pool, lease, { count: eventIds.length, progress }, async (db) => {
    const { rowCount } = await db.query(STATEMENT, [lease.jobId, lease.shard, eventIds])
    await db.query('UPDATE endpoint_pause SET caught_up_to = $2 WHERE id = $1', [pauseId, caughtUpTo])
    return rowCount ?? 0
  })
}
