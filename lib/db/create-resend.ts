import type pg from 'pg'
import type { Queryable } from './client'
import { claimKey, type RequestKey } from './idempotency-keys'
import { inTransaction } from './in-transaction'
import { findRunningCatchUp, type ResendJob } from './resend-jobs'

type NewJob = Pick<
  ResendJob,
  | 'id'
  | 'shard'
  | 'storeId'
  | 'endpointId'
  | 'kind'
  | 'plan'
  | 'progress'
  | 'rate'
  | 'total'
  | 'excluded'
  | 'actor'
>

/**
 * Stores a job with its key, and what `also` does beside it, and returns its id; or that of the endpoint's running
 * catch-up, of which there is one at a time. Throws `idempotency_conflict` where the key is taken.
 */
export async function createResend(
  pool: Pick<pg.Pool, 'connect'>,
  job: NewJob,
  key: RequestKey | null,
  also: (db: Queryable) => Promise<void>,
): Promise<string> {
  return inTransaction(pool, async (db) => {
    const running = await findRunning(db, job)
    const id = running ?? job.id
    if (key) await claimKey(db, job, key, id)
    if (running === null) {
      await insert(db, job)
      await also(db)
    }
    return id
  })
}

async function findRunning(db: pg.PoolClient, job: NewJob): Promise<string | null> {
  if (job.kind !== 'catch_up' || job.endpointId === null) return null
  await db.query('SELECT 1 FROM endpoint WHERE id = $1 FOR UPDATE', [job.endpointId])
  const running = await findRunningCatchUp(db, job, job.endpointId)
  return running?.id ?? null
}

async function insert(db: pg.PoolClient, job: NewJob): Promise<void> {
  await db.query(
    `INSERT INTO resend (id, shard, store_id, endpoint_id, kind, plan, progress, rate, status, total, excluded, actor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'running', $9, $10, $11)`,
    [
      job.id,
      job.shard,
      job.storeId,
      job.endpointId,
      job.kind,
      JSON.stringify(job.plan),
      JSON.stringify(job.progress),
      job.rate,
      job.total,
      JSON.stringify(job.excluded),
      job.actor,
    ],
  )
}
