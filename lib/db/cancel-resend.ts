import type { Queryable } from './client'
import { addToStatDay, NO_COUNTS } from './stat-day-sql'

const CHUNK = 2_000

// What a person asked for besides is attempted first. A delivery that a catch-up made and nobody attempted goes without a
// trace, and the pauses are caught up as far as they were before the job: what has a delivery is not made again.
const STATEMENT = `
WITH picked AS MATERIALIZED (
  SELECT q.id FROM pending_delivery q
  WHERE q.shard = $1::smallint AND q.resend_id = $2::uuid AND (q.leased_until IS NULL OR q.leased_until <= now())
    AND NOT q.resend_requested
  LIMIT $3 FOR UPDATE SKIP LOCKED
), gone AS (
  DELETE FROM pending_delivery q WHERE q.shard = $1::smallint AND q.id = ANY (ARRAY(SELECT id FROM picked)) RETURNING q.*
), lost AS (
  INSERT INTO attempt (shard, delivery_id, number, trigger, actor, endpoint_revision, started_at, duration_ms, error, error_detail, resend_id)
  SELECT $1::smallint, id, attempts + 1, next_trigger, resend_actor, 0, leased_at, 0, 'sender_lost',
    'The process that made this attempt ended before it recorded the outcome.', resend_id
  FROM gone WHERE leased_at IS NOT NULL
  ON CONFLICT DO NOTHING
), ended AS MATERIALIZED (
  SELECT g.*, g.attempts + CASE WHEN g.leased_at IS NULL THEN 0 ELSE 1 END AS counted_attempts,
    date_trunc('milliseconds', now()) AS at, (now() AT TIME ZONE s.time_zone)::date AS day
  FROM gone g JOIN store s ON s.id = g.store_id
), attempted AS MATERIALIZED (
  SELECT * FROM ended WHERE NOT revives AND counted_attempts > 0
), by_job AS (
  UPDATE resend j SET cancelled = j.cancelled + (SELECT count(*) FROM gone), updated_at = now() WHERE j.id = $2::uuid
), finished AS (
  INSERT INTO finished_delivery (shard, store_id, id, endpoint_id, event_id, event_type, api_version, status, first_status,
    first_attempt_success, attempts, claims, finished_at, local_day, is_test, resend_id,
    last_attempt_at, last_trigger, last_duration_ms, last_http_status, last_error)
  SELECT $1::smallint, store_id, id, endpoint_id, event_id, event_type, api_version, 'cancelled', 'cancelled',
    false, counted_attempts, claims, at, day, is_test, resend_id,
    last_attempt_at, last_trigger, last_duration_ms, last_http_status, coalesce(last_error, 'sender_lost')
  FROM attempted
), revived AS (
  UPDATE finished_delivery f SET attempts = e.counted_attempts, claims = e.claims
  FROM ended e WHERE e.revives AND f.shard = $1::smallint AND f.store_id = e.store_id AND f.id = e.id
), missed AS (
  UPDATE endpoint_pause p SET caught_up_to = t.after
  FROM (
    SELECT (t ->> 'pauseId')::uuid AS id, (t ->> 'after')::uuid AS after
    FROM resend j CROSS JOIN jsonb_array_elements(j.plan -> 'times') t WHERE j.id = $2::uuid
  ) t
  WHERE p.id = t.id AND EXISTS (SELECT FROM ended WHERE revives OR counted_attempts = 0)
), by_hour AS (
  INSERT INTO stat_hour AS s (shard, store_id, endpoint_id, hour, cancelled)
  SELECT $1::smallint, store_id, endpoint_id, date_trunc('hour', at, 'UTC'), count(*)
  FROM attempted GROUP BY store_id, endpoint_id, at
  ON CONFLICT (shard, store_id, endpoint_id, hour) DO UPDATE SET cancelled = s.cancelled + excluded.cancelled
), by_day AS (
  ${addToStatDay(`
  SELECT $1::smallint, store_id, endpoint_id, event_type, day, 0, 0, count(*), 0, 0, 0, 0, ${NO_COUNTS}
  FROM attempted
  GROUP BY store_id, endpoint_id, event_type, day ORDER BY store_id, endpoint_id, event_type, day`)}
)
SELECT count(*)::int AS count FROM gone`

/**
 * Ends what a cancelled job has pending, except what is in flight, and says how much. The finished row of a delivery stays
 * what it was.
 */
export async function cancelPendingOfResend(db: Queryable, shard: number, jobId: string): Promise<number> {
  let total = 0
  for (;;) {
    const { rows } = await db.query<{ count: number }>(STATEMENT, [shard, jobId, CHUNK])
    const count = rows[0]?.count ?? 0
    total += count
    if (count < CHUNK) return total
  }
}
