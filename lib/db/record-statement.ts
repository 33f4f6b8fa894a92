import { HISTOGRAM_BUCKETS } from '@/lib/webhooks/histogram'
import { addToStatDay, bucketCounts } from './stat-day-sql'

// Not joined with the pending table: planned while that was empty, such a join scans it forever after.
const SETTLED = `
WITH clock AS MATERIALIZED (
  SELECT date_trunc('milliseconds', coalesce($2::timestamptz, now())) AS at
), r AS MATERIALIZED (
  SELECT i.*, clock.at, (clock.at AT TIME ZONE i.time_zone)::date AS day
  FROM clock, unnest($6::uuid[], $7::int[], $8::uuid[], $9::uuid[], $10::int[], $11::uuid[], $12::text[], $13::text[],
    $14::text[], $15::int[], $16::text[], $17::text[], $18::uuid[], $19::boolean[], $20::boolean[], $21::timestamptz[],
    $22::text[], $23::text[], $24::text[], $25::text[], $26::boolean[], $27::int[], $28::smallint[], $29::text[],
    $30::text[], $31::text[], $32::bigint[], $33::timestamptz[], $34::smallint[], $35::int[])
  AS i(id, claims, store_id, endpoint_id, endpoint_revision, event_id, event_type, api_version,
    time_zone, number, trigger, actor, resend_id, revives, is_test, started_at,
    url, request_headers, response_headers, response_body, truncated, duration_ms, http_status, error,
    error_detail, state, delay_ms, due_at, policy_step, bucket)
), del AS (
  DELETE FROM pending_delivery q
  WHERE q.shard = $1::smallint AND q.id = ANY ($3::uuid[])
    AND q.claims = ($4::int[])[array_position($3::uuid[], q.id)]
  RETURNING q.id
), upd AS (
  UPDATE pending_delivery q SET
    due_at = greatest(r.due_at, r.at + r.delay_ms * interval '1 millisecond'),
    leased_at = NULL, leased_until = NULL,
    -- The fence moves on, so that recording the same result twice cannot match twice.
    claims = q.claims + 1,
    attempts = r.number, policy_step = r.policy_step,
    scheduled_due_at = NULL, resend_requested = false, resend_actor = NULL,
    -- What a job sends has had its first attempt, also where a resend came before it.
    next_trigger = CASE WHEN r.policy_step = 0 AND r.resend_id IS NULL THEN 'event' ELSE 'retry' END,
    last_attempt_at = r.started_at, last_trigger = r.trigger, last_duration_ms = r.duration_ms,
    last_http_status = r.http_status, last_error = r.error
  FROM r
  WHERE q.shard = $1::smallint AND q.id = ANY ($5::uuid[]) AND r.id = q.id AND r.claims = q.claims
  RETURNING q.id
), won AS MATERIALIZED (
  SELECT id FROM del UNION ALL SELECT id FROM upd
), x AS MATERIALIZED (
  SELECT r.*, NOT r.id IN (SELECT id FROM won) AS superseded FROM r
), attempts AS (
  INSERT INTO attempt AS a (shard, delivery_id, number, trigger, actor, endpoint_revision, started_at, duration_ms,
    http_status, error, error_detail, superseded, resend_id, url, request_headers, response_headers, response_body, truncated)
  SELECT $1::smallint, id, number, trigger, actor, endpoint_revision, started_at, duration_ms,
    http_status, error, error_detail, superseded, resend_id, url, request_headers, response_headers, response_body, truncated
  FROM x
  -- Only what stood for a lost sender gives way to its late result.
  ON CONFLICT (shard, delivery_id, number) DO UPDATE SET
    trigger = excluded.trigger, endpoint_revision = excluded.endpoint_revision, started_at = excluded.started_at,
    duration_ms = excluded.duration_ms, http_status = excluded.http_status, error = excluded.error,
    error_detail = excluded.error_detail, superseded = true, url = excluded.url,
    request_headers = excluded.request_headers, response_headers = excluded.response_headers,
    response_body = excluded.response_body, truncated = excluded.truncated
  WHERE a.error = 'sender_lost'
), finished AS (
  INSERT INTO finished_delivery (shard, store_id, id, endpoint_id, event_id, event_type, api_version, status, first_status,
    first_attempt_success, attempts, claims, finished_at, local_day, is_test, resend_id,
    last_attempt_at, last_trigger, last_duration_ms, last_http_status, last_error)
  SELECT $1::smallint, store_id, id, endpoint_id, event_id, event_type, api_version, state, state,
    state = 'delivered' AND number = 1, number, claims, at, day, is_test, resend_id,
    started_at, trigger, duration_ms, http_status, error
  FROM x WHERE NOT superseded AND state <> 'retry' AND NOT revives
)`

const REVIVED = `, revived AS (
  UPDATE finished_delivery f SET
    status = CASE WHEN x.state = 'delivered' THEN 'delivered'
      -- A job tries by the whole retry policy.
      WHEN f.status = 'cancelled' AND x.resend_id IS NOT NULL THEN 'failed' ELSE f.status END,
    recovered_at = CASE WHEN x.state = 'delivered' AND f.first_status <> 'delivered'
      THEN coalesce(f.recovered_at, x.at) ELSE f.recovered_at END,
    attempts = x.number, claims = x.claims, resend_id = coalesce(x.resend_id, f.resend_id),
    last_attempt_at = x.started_at, last_trigger = x.trigger, last_duration_ms = x.duration_ms,
    last_http_status = x.http_status, last_error = x.error
  FROM x
  WHERE NOT x.superseded AND x.revives AND f.shard = $1::smallint AND f.store_id = x.store_id AND f.id = x.id
    AND f.id = ANY ($3::uuid[])
  RETURNING f.store_id, f.endpoint_id, f.event_type, f.local_day, f.is_test, f.recovered_at = x.at AS recovered
)`

// Jobs are locked in one order, so that two batches cannot wait for each other.
const BY_JOB = `, by_job AS (
  UPDATE resend j SET succeeded = j.succeeded + c.succeeded, failed = j.failed + c.failed, updated_at = now()
  FROM (
    SELECT locked.id FROM resend locked
    WHERE locked.id = ANY (ARRAY(SELECT DISTINCT resend_id FROM x WHERE NOT superseded AND state <> 'retry'))
    ORDER BY locked.id FOR UPDATE
  ) l JOIN (
    SELECT resend_id, count(*) FILTER (WHERE state = 'delivered') AS succeeded, count(*) FILTER (WHERE state = 'failed') AS failed
    FROM x WHERE NOT superseded AND resend_id IS NOT NULL AND state <> 'retry' GROUP BY resend_id
  ) c ON c.resend_id = l.id
  WHERE j.id = l.id
)`

const COUNTED = `, counted AS MATERIALIZED (
  SELECT * FROM x WHERE NOT superseded AND NOT is_test
), by_error AS (
  INSERT INTO stat_error AS s (shard, store_id, endpoint_id, event_type, day, error, http_status, count)
  SELECT $1::smallint, store_id, endpoint_id, event_type, day, error, coalesce(http_status, 0), count(*)
  FROM counted WHERE state = 'failed' AND NOT revives
  GROUP BY store_id, endpoint_id, event_type, day, error, coalesce(http_status, 0)
  ORDER BY store_id, endpoint_id, event_type, day, error, coalesce(http_status, 0)
  ON CONFLICT (shard, store_id, endpoint_id, event_type, day, error, http_status)
    DO UPDATE SET count = s.count + excluded.count
), by_hour AS (
  INSERT INTO stat_hour AS s (shard, store_id, endpoint_id, hour, delivered, failed)
  SELECT $1::smallint, store_id, endpoint_id, date_trunc('hour', at, 'UTC'),
    count(*) FILTER (WHERE state = 'delivered'), count(*) FILTER (WHERE state = 'failed')
  FROM counted WHERE state <> 'retry' AND NOT revives
  GROUP BY store_id, endpoint_id, at ORDER BY store_id, endpoint_id
  ON CONFLICT (shard, store_id, endpoint_id, hour)
    DO UPDATE SET delivered = s.delivered + excluded.delivered, failed = s.failed + excluded.failed
), by_endpoint AS MATERIALIZED (
  SELECT endpoint_id, bool_or(error IS NULL) AS succeeded, count(*)::int AS count, min(started_at) AS since,
    max(started_at) AS last
  -- Where no request was made, nothing is known of the receiver's health.
  FROM counted WHERE url IS NOT NULL GROUP BY endpoint_id
), health AS (
  -- One pass in one order, so that two writers cannot wait for each other; a healthy endpoint's row is left alone. What
  -- was warned of stays noted, so that the watch over health can tell of a recovery.
  INSERT INTO endpoint_health AS h (shard, endpoint_id, failing_since, consecutive_failures, last_failure_at)
  SELECT $1::smallint, b.endpoint_id, CASE WHEN NOT b.succeeded THEN b.since END,
    CASE WHEN b.succeeded THEN 0 ELSE b.count END, CASE WHEN NOT b.succeeded THEN b.last END
  FROM by_endpoint b
  WHERE NOT b.succeeded OR EXISTS (SELECT FROM endpoint_health f
    WHERE f.shard = $1::smallint AND f.endpoint_id = b.endpoint_id AND f.failing_since IS NOT NULL)
  ORDER BY b.endpoint_id
  ON CONFLICT (shard, endpoint_id) DO UPDATE SET
    failing_since = CASE WHEN excluded.failing_since IS NOT NULL THEN coalesce(h.failing_since, excluded.failing_since) END,
    consecutive_failures = CASE WHEN excluded.failing_since IS NULL THEN 0
      ELSE h.consecutive_failures + excluded.consecutive_failures END,
    last_failure_at = coalesce(excluded.last_failure_at, h.last_failure_at),
    snoozed_until = CASE WHEN excluded.failing_since IS NOT NULL THEN h.snoozed_until END
)`

const COLUMNS = 'store_id, endpoint_id, event_type, day, state, revives, number, url, error, bucket'

// What a resend recovered is noted on the day on which the delivery had failed.
const TALLY = {
  plain: `, tally AS (SELECT ${COLUMNS}, false AS recovered FROM counted)`,
  reviving: `, tally AS (
  SELECT ${COLUMNS}, false AS recovered FROM counted
  UNION ALL
  SELECT store_id, endpoint_id, event_type, local_day, 'recovered', true, 0, NULL, NULL, ${HISTOGRAM_BUCKETS}, true
  FROM revived WHERE recovered AND NOT is_test
)`,
}

const BY_DAY = `, by_day AS (
  ${addToStatDay(`
  SELECT $1::smallint, store_id, endpoint_id, event_type, day,
    count(*) FILTER (WHERE state = 'delivered' AND NOT revives),
    count(*) FILTER (WHERE state = 'failed' AND NOT revives),
    0,
    count(*) FILTER (WHERE recovered),
    count(*) FILTER (WHERE state = 'delivered' AND number = 1 AND NOT revives),
    count(*) FILTER (WHERE url IS NOT NULL),
    count(*) FILTER (WHERE url IS NOT NULL AND error IS NULL),
    ${bucketCounts('bucket')}
  FROM tally GROUP BY store_id, endpoint_id, event_type, day
  ORDER BY store_id, endpoint_id, event_type, day`)}
)
SELECT id FROM won`

const plain = { name: 'record-attempts', text: SETTLED + COUNTED + TALLY.plain + BY_DAY }
const withResends = {
  name: 'record-attempts-resent',
  text: SETTLED + REVIVED + BY_JOB + COUNTED + TALLY.reviving + BY_DAY,
}

/** The statement behind `recordAttempts`; only where something was resent does it touch finished rows and jobs. */
export function recordStatement(hasResends: boolean): { name: string; text: string } {
  return hasResends ? withResends : plain
}
