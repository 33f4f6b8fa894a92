import type { Queryable } from './client'

const DAYS_AHEAD = 7

/** Makes the day partitions that are missing, from `daysBack` days ago to 7 days ahead (UTC), and says how many. */
export async function ensurePartitions(db: Queryable, daysBack = 1): Promise<number> {
  const { rows } = await db.query<{ made: number }>(
    `SELECT ensure_partitions((now() AT TIME ZONE 'UTC')::date - $1::int, (now() AT TIME ZONE 'UTC')::date + $2::int) AS made`,
    [daysBack, DAYS_AHEAD],
  )
  return rows[0]?.made ?? 0
}
