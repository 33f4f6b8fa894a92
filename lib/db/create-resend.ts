import type pg from 'pg'
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

/** A key that its user chose, and the SHA-256 of what was asked under it. */
export type JobKey = { key: string; fingerprint: Buffer }

/** `created`, or why not: the job that the key, or the endpoint's running catch-up, stands for; or another use of the key. */
export type CreateResendAnswer =
  | { outcome: 'created' }
  | { outcome: 'exists'; id: string }
  | { outcome: 'conflict' }

/** Stores a job, once for each key within 24 hours, and one running catch-up an endpoint at a time. */
export async function createResend(
  pool: Pick<pg.Pool, 'connect'>,
  job: NewJob,
  key: JobKey | null,
): Promise<CreateResendAnswer> {
  const connection = await pool.connect()
  let isLost = true
  try {
    await connection.query('BEGIN')
    const answer = await create(connection, job, key)
    await connection.query(answer.outcome === 'created' ? 'COMMIT' : 'ROLLBACK')
    isLost = false
    return answer
  } finally {
    connection.release(isLost)
  }
}

async function create(db: pg.PoolClient, job: NewJob, key: JobKey | null): Promise<CreateResendAnswer> {
  if (key) {
    const values = [job.shard, job.storeId, key.key, key.fingerprint, job.id]
    await db.query(
      `DELETE FROM idempotency_key WHERE shard = $1 AND store_id = $2 AND scope = 'resend' AND key = $3
         AND created_at < now() - interval '24 hours'`,
      values.slice(0, 3),
    )
    const { rowCount } = await db.query(
      `INSERT INTO idempotency_key (shard, store_id, scope, key, fingerprint, resource_id)
       VALUES ($1, $2, 'resend', $3, $4, $5) ON CONFLICT DO NOTHING`,
      values,
    )
    if (rowCount === 0) return (await findByKey(db, job, key)) ?? { outcome: 'conflict' }
  }
  if (job.kind === 'catch_up' && job.endpointId !== null) {
    await db.query('SELECT 1 FROM endpoint WHERE id = $1 FOR UPDATE', [job.endpointId])
    const running = await findRunningCatchUp(db, job, job.endpointId)
    if (running) return { outcome: 'exists', id: running.id }
  }
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
  return { outcome: 'created' }
}

/** What a key was used for within 24 hours; null where it was not. */
export async function findByKey(
  db: Pick<pg.PoolClient, 'query'>,
  { shard, storeId }: { shard: number; storeId: string },
  { key, fingerprint }: JobKey,
): Promise<CreateResendAnswer | null> {
  const { rows } = await db.query<{ id: string; isSame: boolean }>(
    `SELECT resource_id AS id, fingerprint = $4 AS "isSame" FROM idempotency_key
     WHERE shard = $1 AND store_id = $2 AND scope = 'resend' AND key = $3
       AND created_at >= now() - interval '24 hours'`,
    [shard, storeId, key, fingerprint],
  )
  const [found] = rows
  if (!found) return null
  return found.isSame ? { outcome: 'exists', id: found.id } : { outcome: 'conflict' }
}
