import type { Queryable } from './client'

/** `queued` is a new attempt; `already_queued` one that was asked for before, or is in flight; both are under way. */
export type ResendAnswer = 'queued' | 'already_queued' | 'not_found'

const PENDING = {
  name: 'resend-pending',
  text: `
WITH q AS MATERIALIZED (
  -- A lease that ran out is one to be claimed: the lost attempt is to be recorded as what it was.
  SELECT id, resend_requested OR leased_until IS NOT NULL AS busy
  FROM pending_delivery WHERE shard = $1 AND id = $2 AND store_id = $3 FOR UPDATE
), moved AS (
  UPDATE pending_delivery p SET resend_requested = true, resend_actor = $4, scheduled_due_at = p.due_at,
    due_at = least(p.due_at, now()), next_trigger = CASE WHEN p.is_test THEN 'test' ELSE 'resend' END
  FROM q WHERE p.shard = $1 AND p.id = q.id AND NOT q.busy
)
SELECT busy FROM q`,
}

const ROUNDS = 4

// The fence goes on after the finished row's, so that no sender of its earlier life can match, not even the last one,
// repeating what it recorded. Where another resend is under way, the next round waits for it and looks again.
const FINISHED = {
  name: 'resend-finished',
  text: `
INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, claims, attempts,
  resend_requested, resend_actor, revives, is_test, next_trigger, last_attempt_at, last_trigger, last_duration_ms,
  last_http_status, last_error)
SELECT f.shard, f.id, f.store_id, f.endpoint_id, f.event_id, f.event_type, f.api_version, now(), f.claims + 1, f.attempts,
  true, $4, true, f.is_test, 'resend', f.last_attempt_at, f.last_trigger, f.last_duration_ms, f.last_http_status, f.last_error
FROM finished_delivery f WHERE f.shard = $1 AND f.id = $2 AND f.store_id = $3
  AND NOT EXISTS (SELECT FROM pending_delivery q WHERE q.shard = $1 AND q.id = $2)
ON CONFLICT DO NOTHING
RETURNING id`,
}

/**
 * Asks for one more attempt of a delivery, now. A pending one is moved forward and keeps its schedule; a finished one
 * gets a pending row for one attempt. While one is queued or in flight, asking again changes nothing.
 */
export async function resendDelivery(
  db: Queryable,
  shard: number,
  storeId: string,
  deliveryId: string,
  actor: string,
): Promise<ResendAnswer> {
  const values = [shard, deliveryId, storeId, actor]
  // Again, since the row may leave the pending table, or come back to it, between the two statements.
  for (let round = 0; round < ROUNDS; round++) {
    const pending = await db.query<{ busy: boolean }>({ ...PENDING, values })
    const found = pending.rows[0]
    if (found) return found.busy ? 'already_queued' : 'queued'
    const finished = await db.query({ ...FINISHED, values })
    if (finished.rows.length > 0) return 'queued'
  }
  return 'not_found'
}
