import { cancelPending } from './cancel-pending'
import { hotPool, type Queryable } from './client'

/** Event partitions outlive the log by this, so that what is retried last still has its event. */
const EVENT_EXTRA_DAYS = 7
const PARENTS: Record<string, number> = {
  finished_delivery: 0,
  attempt: 0,
  event: EVENT_EXTRA_DAYS,
  object_ref: EVENT_EXTRA_DAYS,
}
const STATISTICS_DAYS = 400
const HOURS_KEPT = 72

const BOUND = `SELECT uuid_floor(($1::date + 1)::timestamp AT TIME ZONE 'UTC') AS bound`

type Partition = { parent: string; child: string; isDetaching: boolean }

/**
 * Drops the day partitions older than `retentionDays` (events a week later) and ends what is still pending of those
 * days. A partition is detached CONCURRENTLY first, since dropping an attached one holds up every insert.
 */
export async function dropOldPartitions(db: Queryable, retentionDays: number): Promise<string[]> {
  const { rows } = await db.query<Partition>(
    `SELECT p.relname AS parent, c.relname AS child, i.inhdetachpending AS "isDetaching"
     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
     WHERE p.relname = ANY ($1::text[]) AND p.relnamespace = 'public'::regnamespace
     ORDER BY p.relname DESC, c.relname`,
    [Object.keys(PARENTS)],
  )
  const dropped: string[] = []
  for (const { parent, child, isDetaching } of rows) {
    const day = /_p(\d{8})$/.exec(child)?.[1]
    if (day === undefined || ageInDays(day) <= retentionDays + (PARENTS[parent] ?? 0)) continue
    // What is pending of that day ends first; what is in flight keeps the day until the next time.
    if ((await expirePending(db, day)) > 0) continue
    await db.query(
      `ALTER TABLE "${parent}" DETACH PARTITION "${child}" ${isDetaching ? 'FINALIZE' : 'CONCURRENTLY'}`,
    )
    await db.query(`DROP TABLE "${child}"`)
    dropped.push(child)
  }
  return dropped
}

/** Ends what is pending of a day and before, and says how much could not be ended, since a sender has it. */
async function expirePending(db: Queryable, day: string): Promise<number> {
  const { rows } = await db.query<{ shard: number; endpoint_id: string; bound: string }>(
    `SELECT DISTINCT q.shard, q.endpoint_id, b.bound::text AS bound FROM (${BOUND}) b
     JOIN pending_delivery q ON q.event_id < b.bound`,
    [day],
  )
  for (const { shard, endpoint_id: endpointId, bound } of rows) {
    await cancelPending(hotPool(), shard, endpointId, 'expired', { beforeEventId: bound })
  }
  if (rows.length === 0) return 0
  const left = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (${BOUND}) b JOIN pending_delivery q ON q.event_id < b.bound`,
    [day],
  )
  return left.rows[0]?.count ?? 0
}

function ageInDays(day: string): number {
  const date = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8)))
  return Math.floor((Date.now() - date) / 86_400_000)
}

/**
 * Deletes what outlived its use: idempotency keys, failed sign-ins and ended sessions after a day, hourly statistics after
 * three, daily ones and notices after 400.
 */
export async function deleteOutdated(db: Queryable): Promise<void> {
  await db.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'`)
  await db.query(
    `DELETE FROM sign_in_failure WHERE greatest(last_at, blocked_until) < now() - interval '24 hours'`,
  )
  await db.query(`DELETE FROM ended_session WHERE ended_at < now() - interval '24 hours'`)
  await db.query(`DELETE FROM stat_hour WHERE hour < now() - $1::int * interval '1 hour'`, [HOURS_KEPT])
  await db.query('DELETE FROM stat_day WHERE day < current_date - $1::int', [STATISTICS_DAYS])
  await db.query(`DELETE FROM notice WHERE id < uuid_floor(now() - $1::int * interval '1 day')`, [
    STATISTICS_DAYS,
  ])
  await db.query('DELETE FROM stat_error WHERE day < current_date - $1::int', [STATISTICS_DAYS])
}
