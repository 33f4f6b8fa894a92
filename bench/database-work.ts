import { setTimeout as pause } from 'node:timers/promises'
import { pool } from '@/lib/db/client'

/** What this database did so far. Each of the engine's hot statements is a transaction of its own. */
export type Work = { transactions: number; rowsInserted: number; rowsUpdated: number; rowsDeleted: number }

// Backends report what they did once a second at most.
const REPORTED_WITHIN_MS = 1_500

export async function readWork(): Promise<Work> {
  await pause(REPORTED_WITHIN_MS)
  const { rows } = await pool().query<Work>(
    `SELECT xact_commit::float8 AS transactions, tup_inserted::float8 AS "rowsInserted",
       tup_updated::float8 AS "rowsUpdated", tup_deleted::float8 AS "rowsDeleted"
     FROM pg_stat_database WHERE datname = current_database()`,
  )
  return rows[0] ?? { transactions: 0, rowsInserted: 0, rowsUpdated: 0, rowsDeleted: 0 }
}
