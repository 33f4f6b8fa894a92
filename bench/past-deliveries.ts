import { pool } from '@/lib/db/client'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { HISTOGRAM_BUCKETS } from '@/lib/webhooks/histogram'
import type { BenchStore } from './store'

const PER_STATEMENT = 50_000
const DAYS = 30

// One in fifty failed, of the others one in twenty was delivered by a retry alone; spread evenly over the days.
const INSERT = `
INSERT INTO finished_delivery (shard, store_id, id, endpoint_id, event_id, event_type, api_version, status, first_status,
  first_attempt_success, attempts, claims, finished_at, local_day, last_attempt_at, last_trigger, last_duration_ms,
  last_http_status, last_error)
SELECT $1::smallint, $2::uuid, (ms || '-7' || substr(h, 1, 3) || '-a' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid,
  ($3::uuid[])[1 + n % cardinality($3::uuid[])], (ms || '-7' || substr(h, 20, 3) || '-a' || substr(h, 4, 3) || '-' || substr(h, 7, 12))::uuid,
  ($4::text[])[1 + (n / 7) % cardinality($4::text[])], '2025-09', status, status, status = 'delivered' AND n % 20 <> 0,
  CASE WHEN n % 20 = 0 THEN 2 ELSE 1 END, 1, at, (at AT TIME ZONE 'UTC')::date, at, 'event', 20 + n % 200,
  CASE WHEN status = 'delivered' THEN 200 WHEN n % 100 = 0 THEN 500 END,
  CASE WHEN status = 'failed' THEN CASE WHEN n % 100 = 0 THEN 'http_error' ELSE 'timeout' END END
FROM (
  SELECT n, at, CASE WHEN n % 50 = 0 THEN 'failed' ELSE 'delivered' END AS status,
    regexp_replace(lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0'), '(.{8})(.{4})', '\\1-\\2') AS ms, md5(n::text || $2::uuid::text) AS h
  FROM (SELECT n, now() - $5 * interval '1 day' * (1 - n / $8::float8) AS at FROM generate_series($6::bigint, $7::bigint) n) numbered
) made`

// All that matters to who reads them is how many rows there are.
const COUNT = `
INSERT INTO stat_day (shard, store_id, endpoint_id, event_type, day, delivered, failed, first_attempt_success, attempts,
  attempts_succeeded, histogram)
SELECT shard, store_id, endpoint_id, event_type, local_day, delivered, failed, first_attempt_success, attempts, delivered,
  ARRAY(SELECT CASE WHEN b % 8 = 0 THEN attempts::int / 8 ELSE 0 END FROM generate_series(1, ${HISTOGRAM_BUCKETS}) b)
FROM (
  SELECT shard, store_id, endpoint_id, event_type, local_day, count(*) FILTER (WHERE status = 'delivered') AS delivered,
    count(*) FILTER (WHERE status = 'failed') AS failed, count(*) FILTER (WHERE first_attempt_success) AS first_attempt_success,
    sum(attempts) AS attempts
  FROM finished_delivery WHERE shard = $1 AND store_id = $2
  GROUP BY shard, store_id, endpoint_id, event_type, local_day
) counted`

/** Gives a store `count` finished deliveries of the last 30 days, with their daily statistics, by SQL alone. */
export async function makePastDeliveries(
  { context, endpointIds }: BenchStore,
  count: number,
  say: (share: number) => void,
): Promise<void> {
  const { shard, storeId } = context
  const types = eventTypes.slice(0, 12).map(({ name }) => name)
  const client = await pool().connect()
  try {
    await client.query('SET statement_timeout = 0; SET synchronous_commit = off')
    for (let made = 0; made < count; made += PER_STATEMENT) {
      const last = Math.min(count, made + PER_STATEMENT)
      await client.query(INSERT, [shard, storeId, endpointIds, types, DAYS - 1, made + 1, last, count])
      say(last / count)
    }
    await client.query(COUNT, [shard, storeId])
    await client.query('VACUUM ANALYZE finished_delivery')
    await client.query('VACUUM ANALYZE stat_day')
    await client.query('RESET statement_timeout; RESET synchronous_commit')
  } finally {
    client.release()
  }
}
