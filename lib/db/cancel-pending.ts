import type { Queryable } from './client'
import { addToStatDay, NO_COUNTS } from './stat-day-sql'

export type CancelReason = 'endpoint_disabled' | 'endpoint_deleted' | 'expired'

const CHUNK = 2_000

// What is in flight is left to its sender, and cancelled when it comes back to the table as a retry.
const STATEMENT = {
  name: 'cancel-pending',
  text: `
WITH picked AS MATERIALIZED (
  SELECT q.id FROM pending_delivery q
  WHERE q.shard = $1::smallint AND q.endpoint_id = $2::uuid AND (q.leased_until IS NULL OR q.leased_until <= now())
    AND (NOT q.is_test OR $3::text <> 'endpoint_disabled')
    AND ($5::uuid IS NULL OR q.event_id < $5::uuid)
    -- As it is now: since the caller looked, the endpoint may have been enabled again.
    AND ($3::text = 'expired' OR EXISTS (SELECT FROM endpoint e WHERE e.id = $2::uuid AND
      CASE $3::text WHEN 'endpoint_deleted' THEN e.deleted_at IS NOT NULL ELSE e.disabled_at IS NOT NULL END))
  LIMIT $4 FOR UPDATE SKIP LOCKED
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
    coalesce($6::timestamptz, now()) AS at, (coalesce($6::timestamptz, now()) AT TIME ZONE s.time_zone)::date AS day
  FROM gone g JOIN store s ON s.id = g.store_id
), jobs AS MATERIALIZED (
  -- In one order, so that two of these cannot wait for each other.
  SELECT j.id FROM resend j WHERE j.id = ANY (ARRAY(SELECT DISTINCT resend_id FROM ended)) ORDER BY j.id FOR UPDATE
), by_job AS (
  UPDATE resend j SET cancelled = j.cancelled + c.count, updated_at = now()
  FROM jobs JOIN (
    SELECT resend_id, count(*) AS count FROM ended WHERE resend_id IS NOT NULL GROUP BY resend_id
  ) c ON c.resend_id = jobs.id
  WHERE j.id = jobs.id
), finished AS (
  INSERT INTO finished_delivery (shard, store_id, id, endpoint_id, event_id, event_type, api_version, status, first_status,
    first_attempt_success, attempts, claims, finished_at, local_day, is_test, resend_id,
    last_attempt_at, last_trigger, last_duration_ms, last_http_status, last_error)
  SELECT $1::smallint, store_id, id, endpoint_id, event_id, event_type, api_version, 'cancelled', 'cancelled',
    false, counted_attempts, claims, at, day, is_test, resend_id,
    last_attempt_at, last_trigger, last_duration_ms, last_http_status, $3::text
  FROM ended WHERE NOT revives
), revived AS (
  UPDATE finished_delivery f SET attempts = e.counted_attempts, claims = e.claims
  FROM ended e WHERE e.revives AND f.shard = $1::smallint AND f.store_id = e.store_id AND f.id = e.id
), by_hour AS (
  INSERT INTO stat_hour AS s (shard, store_id, endpoint_id, hour, cancelled)
  SELECT $1::smallint, store_id, endpoint_id, date_trunc('hour', at, 'UTC'), count(*)
  FROM ended WHERE NOT revives AND NOT is_test GROUP BY store_id, endpoint_id, at
  ON CONFLICT (shard, store_id, endpoint_id, hour) DO UPDATE SET cancelled = s.cancelled + excluded.cancelled
), by_day AS (
  ${addToStatDay(`
  SELECT $1::smallint, store_id, endpoint_id, event_type, day, 0, 0, count(*), 0, 0, 0, 0, ${NO_COUNTS}
  FROM ended WHERE NOT revives AND NOT is_test
  GROUP BY store_id, endpoint_id, event_type, day ORDER BY store_id, endpoint_id, event_type, day`)}
)
SELECT count(*)::int AS count FROM gone`,
}

/**
 * Ends an endpoint's pending deliveries as cancelled, except those in flight, and says how many. Test sends go only
 * with a deleted endpoint. With `beforeEventId`, only deliveries of older events; `at` is the time to record, null for
 * the database's now.
 */
export async function cancelPending(
  db: Queryable,
  shard: number,
  endpointId: string,
  reason: CancelReason,
  { beforeEventId = null, at = null }: { beforeEventId?: string | null; at?: Date | null } = {},
): Promise<number> {
  let total = 0
  for (;;) {
    const { rows } = await db.query<{ count: number }>({
      ...STATEMENT,
      values: [shard, endpointId, reason, CHUNK, beforeEventId, at],
    })
    const count = rows[0]?.count ?? 0
    total += count
    if (count < CHUNK) return total
  }
}
