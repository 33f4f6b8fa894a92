import type { ErrorKind } from '@/lib/webhooks/outcome'
import type { Queryable } from './client'
import type { LogScope } from './delivery-row'
import { FILTER, FIRST_DAY, filterValues, HISTOGRAM_SUM, type StatisticsFilter } from './statistics-filter'

/** What was counted on a local day (`YYYY-MM-DD`): deliveries by first final status; test sends do not count. */
export type DayCounts = {
  date: string
  delivered: number
  failed: number
  cancelled: number
  recovered: number
  firstAttemptSuccess: number
  attempts: number
  attemptsSucceeded: number
  /** Of the attempts' response times. */
  histogram: number[]
}

const counts = {
  delivered: 'delivered',
  failed: 'failed',
  cancelled: 'cancelled',
  recovered: 'recovered',
  first_attempt_success: 'firstAttemptSuccess',
  attempts: 'attempts',
  attempts_succeeded: 'attemptsSucceeded',
}

const DAYS = `
SELECT to_char(asked.day, 'YYYY-MM-DD') AS date,
  ${Object.entries(counts)
    .map(([column, name]) => `coalesce(counted.${column}, 0) AS "${name}"`)
    .join(', ')},
  coalesce(counted.histogram, '{}') AS histogram
FROM (SELECT ${FIRST_DAY} + i AS day FROM generate_series(0, $4::int - 1) AS i) asked
LEFT JOIN (
  SELECT day, ${Object.keys(counts)
    .map((column) => `sum(${column})::int AS ${column}`)
    .join(', ')},
    ${HISTOGRAM_SUM} AS histogram
  FROM stat_day WHERE ${FILTER} GROUP BY day
) counted ON counted.day = asked.day
ORDER BY asked.day`

/** Each of the days, oldest first, those without traffic too; their histogram is empty. */
export async function listDayCounts(
  db: Queryable,
  scope: LogScope,
  filter: StatisticsFilter,
): Promise<DayCounts[]> {
  const { rows } = await db.query<DayCounts>(DAYS, filterValues(scope, filter))
  return rows
}

/**
 * The first local day (`YYYY-MM-DD`) of which the store, or its endpoint, has statistics; null where it has none. What
 * is older than 400 days is gone.
 */
export async function findFirstDay(
  db: Queryable,
  { shard, storeId }: LogScope,
  endpointId: string | undefined,
): Promise<string | null> {
  const { rows } = await db.query<{ day: string | null }>(
    `SELECT to_char(min(day), 'YYYY-MM-DD') AS day FROM stat_day
     WHERE shard = $1 AND store_id = $2 AND ($3::uuid IS NULL OR endpoint_id = $3)`,
    [shard, storeId, endpointId ?? null],
  )
  return rows[0]?.day ?? null
}

/** How many deliveries failed with this as their last error. */
export type ErrorCount = { error: ErrorKind; httpStatus: number | null; count: number }

/** The failed deliveries of those days by their last error, most frequent first. */
export async function listErrorCounts(
  db: Queryable,
  scope: LogScope,
  filter: StatisticsFilter,
): Promise<ErrorCount[]> {
  const { rows } = await db.query<ErrorCount>(
    `SELECT error, nullif(http_status, 0) AS "httpStatus", sum(count)::int AS count FROM stat_error
     WHERE ${FILTER} GROUP BY error, http_status ORDER BY 3 DESC, error, http_status`,
    filterValues(scope, filter),
  )
  return rows
}

/**
 * How many deliveries are pending now and were never final: a resend of a finished one is counted by its first final
 * status. Test sends do not count.
 */
export async function countPending(
  db: Queryable,
  { shard, storeId }: LogScope,
  { endpointId, eventType }: Pick<StatisticsFilter, 'endpointId' | 'eventType'>,
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pending_delivery WHERE shard = $1 AND store_id = $2 AND NOT is_test AND NOT revives
       AND ($3::uuid IS NULL OR endpoint_id = $3) AND ($4::text IS NULL OR event_type = $4)`,
    [shard, storeId, endpointId ?? null, eventType ?? null],
  )
  return rows[0]?.count ?? 0
}

/** An endpoint's deliveries that became final of late, by first final status. */
export type RecentCounts = { endpointId: string; delivered: number; failed: number }

/** Per endpoint of the store, the running hour and the 23 before it; endpoints without traffic are left out. */
export async function listRecentCounts(db: Queryable, { shard, storeId }: LogScope): Promise<RecentCounts[]> {
  const { rows } = await db.query<RecentCounts>(
    `SELECT endpoint_id AS "endpointId", sum(delivered)::int AS delivered, sum(failed)::int AS failed FROM stat_hour
     WHERE shard = $1 AND store_id = $2 AND hour > date_trunc('hour', now(), 'UTC') - interval '24 hours'
     GROUP BY endpoint_id`,
    [shard, storeId],
  )
  return rows
}
