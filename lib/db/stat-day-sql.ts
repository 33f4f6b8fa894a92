import { HISTOGRAM_BUCKETS } from '@/lib/webhooks/histogram'

const buckets = Array.from({ length: HISTOGRAM_BUCKETS }, (_, bucket) => bucket)

// Written out, since adding arrays in a function or by unnest costs five times as much.
const added = buckets
  .map((bucket) => `s.histogram[${bucket + 1}] + excluded.histogram[${bucket + 1}]`)
  .join(', ')

/** SQL for a 64-bucket histogram of the integer column `column`; values outside 0 to 63 are not counted. */
export function bucketCounts(column: string): string {
  return `ARRAY[${buckets.map((bucket) => `count(*) FILTER (WHERE ${column} = ${bucket})`).join(', ')}]::int[]`
}

/** SQL of a histogram that counts nothing. */
export const NO_COUNTS = `'{${buckets.map(() => 0).join(',')}}'::int[]`

/**
 * SQL that adds the rows of `select` to the daily statistics: shard, store, endpoint, event type, day, delivered,
 * failed, cancelled, recovered, first-attempt successes, attempts, attempts that succeeded, histogram, sorted by key, so that
 * two writers meet in the same order.
 */
export function addToStatDay(select: string): string {
  return `INSERT INTO stat_day AS s (shard, store_id, endpoint_id, event_type, day, delivered, failed, cancelled, recovered,
    first_attempt_success, attempts, attempts_succeeded, histogram)
  ${select}
  ON CONFLICT (shard, store_id, endpoint_id, event_type, day) DO UPDATE SET
    delivered = s.delivered + excluded.delivered, failed = s.failed + excluded.failed,
    cancelled = s.cancelled + excluded.cancelled, recovered = s.recovered + excluded.recovered,
    first_attempt_success = s.first_attempt_success + excluded.first_attempt_success,
    attempts = s.attempts + excluded.attempts, attempts_succeeded = s.attempts_succeeded + excluded.attempts_succeeded,
    histogram = ARRAY[${added}]`
}
