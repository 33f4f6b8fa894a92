import { setIdClockOffset } from '@/lib/ids'
import type { Queryable } from './client'

/** Reads how far the database's clock is ahead of this machine's, in ms, and lets new ids follow the database's. */
export async function syncClock(db: Queryable): Promise<number> {
  const before = Date.now()
  const { rows } = await db.query<{ ms: number }>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
  )
  const middle = (before + Date.now()) / 2
  const offsetMs = Math.round((rows[0]?.ms ?? middle) - middle)
  setIdClockOffset(offsetMs)
  return offsetMs
}
