import type pg from 'pg'
import { RESEND_LEASE_MS, type ResendLease } from './lease-resends'
import type { CatchUpPosition, Lane } from './resend-jobs'

/** How far the job is after a step. */
export type Progress = Lane[] | CatchUpPosition

/** The lease after a step, and how many deliveries it queued; null where the lease was lost, or the job cancelled. */
export type StepAnswer = { lease: ResendLease; queued: number } | null

/**
 * One step of a job, in one transaction: after a crash nothing is left out and nothing is queued twice. `queue` inserts the
 * pending rows out of `count` deliveries and says how many it did; the others count as skipped.
 */
export async function takeResendStep(
  pool: Pick<pg.Pool, 'connect'>,
  lease: ResendLease,
  { count, progress }: { count: number; progress: Progress },
  queue: (db: pg.PoolClient) => Promise<number>,
): Promise<StepAnswer> {
  const connection = await pool.connect()
  let isLost = true
  try {
    await connection.query('BEGIN')
    // The row stays locked, so that a cancellation comes before this step or after it. Statements of their own: as one
    // with CTEs, PostgreSQL 18.4 crashed (signal 11) now and then where records changed the job's row at the same time.
    const { rows: held } = await connection.query(
      `SELECT id FROM resend WHERE id = $1 AND leased_until = $2 AND status = 'running' FOR UPDATE`,
      [lease.jobId, lease.until],
    )
    const queued = held.length === 0 ? 0 : await queue(connection)
    const { rows } = await connection.query<{ until: Date }>(
      `UPDATE resend SET sent = sent + $3, skipped = skipped + $4, total = greatest(total, sent + skipped + $3 + $4),
         progress = $5::jsonb,
         leased_until = now() + $6::int * interval '1 millisecond', updated_at = now()
       WHERE id = $1 AND leased_until = $2 AND status = 'running' RETURNING leased_until AS until`,
      [lease.jobId, lease.until, queued, count - queued, JSON.stringify(progress), RESEND_LEASE_MS],
    )
    await connection.query('COMMIT')
    isLost = false
    const [moved] = rows
    return moved ? { lease: { ...lease, until: moved.until }, queued } : null
  } finally {
    connection.release(isLost)
  }
}
