import type { Queryable } from './client'
import { type ResendJob, resendColumns } from './resend-jobs'

/** A lease of a job. Each step names it and gets another one, so that a runner that lost it changes nothing. */
export type ResendLease = { jobId: string; shard: number; until: Date }

/** How long a runner may take from one step of a job to the next, in ms, before another one takes over. */
export const RESEND_LEASE_MS = 15_000

export type LeasedResend = { job: ResendJob; lease: ResendLease }

/** Takes jobs that nobody works on, or whose runner died. */
export async function leaseResends(db: Queryable, most: number): Promise<LeasedResend[]> {
  const { rows } = await db.query<ResendJob & { leasedUntil: Date }>(
    `UPDATE resend SET leased_until = now() + $2::int * interval '1 millisecond'
     WHERE id = ANY (ARRAY(SELECT id FROM resend WHERE finished_at IS NULL AND (leased_until IS NULL OR leased_until <= now())
       ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED))
     RETURNING ${resendColumns}, leased_until AS "leasedUntil"`,
    [most, RESEND_LEASE_MS],
  )
  return rows.map(({ leasedUntil, ...job }) => ({
    job,
    lease: { jobId: job.id, shard: job.shard, until: leasedUntil },
  }))
}

/** Keeps a job; null where the lease was lost. */
export async function renewResendLease(
  db: Queryable,
  lease: ResendLease,
): Promise<{ lease: ResendLease; status: ResendJob['status'] } | null> {
  const { rows } = await db.query<{ until: Date; status: ResendJob['status'] }>(
    `UPDATE resend SET leased_until = now() + $3::int * interval '1 millisecond'
     WHERE id = $1 AND leased_until = $2 RETURNING leased_until AS until, status`,
    [lease.jobId, lease.until, RESEND_LEASE_MS],
  )
  const [row] = rows
  return row ? { lease: { ...lease, until: row.until }, status: row.status } : null
}

/** Gives a job back, so that another runner need not wait for the end of the lease. */
export async function releaseResend(db: Queryable, lease: ResendLease): Promise<void> {
  await db.query('UPDATE resend SET leased_until = NULL WHERE id = $1 AND leased_until = $2', [
    lease.jobId,
    lease.until,
  ])
}

/**
 * Finishes a job that queues nothing more, once nothing is pending of it, and says whether it is. What was planned and
 * not queued counts as skipped, unless the job was cancelled.
 */
export async function finishResend(db: Queryable, lease: ResendLease): Promise<boolean> {
  const { rows } = await db.query(
    `UPDATE resend SET finished_at = now(), updated_at = now(), leased_until = NULL,
       skipped = CASE WHEN status = 'cancelled' THEN skipped ELSE greatest(0, total - sent) END,
       total = greatest(total, sent),
       status = CASE WHEN status = 'cancelled' THEN status ELSE 'completed' END
     WHERE id = $1 AND leased_until = $2
       AND NOT EXISTS (SELECT FROM pending_delivery q WHERE q.shard = $3 AND q.resend_id = $1)
     RETURNING id`,
    [lease.jobId, lease.until, lease.shard],
  )
  return rows.length > 0
}
