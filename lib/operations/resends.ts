import { createHash } from 'node:crypto'
import { listActorNames } from '@/lib/db/actor-names'
import { recordAudit } from '@/lib/db/audit'
import { cancelPendingOfResend } from '@/lib/db/cancel-resend'
import { hotPool, pool, prisma } from '@/lib/db/client'
import { createResend, findByKey, type JobKey } from '@/lib/db/create-resend'
import { listEndpointNames } from '@/lib/db/endpoint-names'
import {
  type Excluded,
  findResend,
  listResends as listJobs,
  markCancelled,
  type ResendFilter,
  type ResendJob,
} from '@/lib/db/resend-jobs'
import { AppError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { StoreContext } from './context'
import { planResend } from './resend-plan'

export type { Excluded, ResendFilter, ResendJob }

/**
 * How a job is started: deliveries a second, and a key under which it is started once within 24 hours; `asked` is what
 * has to be the same then, where the filter has another time in it each time.
 */
export type StartOptions = { rate: number; key: string | null; asked?: object }

const LISTED = 50

/**
 * Starts a bulk resend of what the filter matches now, by the endpoints' retry policies, behind fresh events. The same
 * key and request answer the first one's job. Throws `validation_failed`, `idempotency_conflict`.
 */
export async function startResend(
  context: StoreContext,
  filter: ResendFilter,
  { rate, key, asked = filter }: StartOptions,
): Promise<ResendJob> {
  const jobKey = jobKeyOf(key, { asked, rate })
  const known = await findKnown(context, jobKey)
  if (known) return known
  const { search, upTo, total, hasMore, byEndpoint, excluded } = await planResend(context, filter)
  const plan = {
    filter,
    search,
    upTo,
    hasMore,
    byEndpoint: byEndpoint.map(({ endpointId, count }) => ({ endpointId, count })),
  }
  const progress = byEndpoint.map(({ endpointId }) => ({ endpointId, cursor: null, isDone: false }))
  const endpointId = filter.endpointId ?? null
  return storeJob(context, { kind: 'resend', endpointId, plan, progress, rate, total, excluded }, jobKey)
}

type NewJob = Pick<ResendJob, 'endpointId' | 'rate' | 'total' | 'excluded' | 'kind' | 'plan' | 'progress'>

/** Stores a planned job with its entry in the audit log; or answers the one that its key, or its endpoint, has already. */
export async function storeJob(context: StoreContext, job: NewJob, key: JobKey | null): Promise<ResendJob> {
  const id = newId()
  const { shard, storeId, actor } = context
  const answer = await createResend(pool(), { ...job, id, shard, storeId, actor }, key)
  if (answer.outcome === 'conflict') throw new AppError('idempotency_conflict')
  if (answer.outcome === 'created') {
    const { kind, rate, total, plan } = job
    await recordAudit(prisma(), context, {
      action: `${kind}.started`,
      target: `resend:${id}`,
      changes: { rate, total, filter: JSON.parse(JSON.stringify(plan.filter)), endpointId: job.endpointId },
    })
  }
  return getResend(context, answer.outcome === 'exists' ? answer.id : id)
}

/** The job that a key stands for already; null for none. Throws `idempotency_conflict`. */
export async function findKnown(context: StoreContext, key: JobKey | null): Promise<ResendJob | null> {
  const known = key && (await findByKey(pool(), context, key))
  if (!known) return null
  if (known.outcome !== 'exists') throw new AppError('idempotency_conflict')
  return getResend(context, known.id)
}

/** What a key stands for: the same request has the same fingerprint. */
export function jobKeyOf(key: string | null, request: object): JobKey | null {
  return key === null
    ? null
    : { key, fingerprint: createHash('sha256').update(JSON.stringify(request)).digest() }
}

/** The store's job; throws `not_found`. */
export async function getResend(context: StoreContext, id: string): Promise<ResendJob> {
  const job = await findResend(pool(), context, id)
  if (!job) throw new AppError('not_found')
  return job
}

/**
 * Cancels a job that runs: nothing more is queued, and what waits of it ends at once. What is in flight ends by itself.
 * One that is over stays as it is. Throws `not_found`.
 */
export async function cancelResend(context: StoreContext, id: string): Promise<ResendJob> {
  const { kind } = await getResend(context, id)
  if (await markCancelled(pool(), context, id)) {
    await recordAudit(prisma(), context, { action: `${kind}.cancelled`, target: `resend:${id}` })
    await cancelPendingOfResend(hotPool(), context.shard, id)
  }
  return getResend(context, id)
}

/** A job as its screen shows it, with the names of its endpoints and of who started it. */
export type ResendScreen = Omit<ResendJob, 'plan' | 'progress' | 'shard' | 'storeId' | 'actor'> & {
  filter: ResendFilter
  hasMore: boolean
  /** Queued, and not over yet. */
  pending: number
  endpointName: string | null
  actorName: string | null
  byEndpoint: { endpointId: string; endpointName: string; count: number }[]
}

/** The job's page. Throws `not_found`. */
export async function getResendScreen(context: StoreContext, id: string): Promise<ResendScreen> {
  const [screen] = await toScreens(context, [await getResend(context, id)])
  if (!screen) throw new AppError('not_found')
  return screen
}

/** The store's last 50 jobs, newest first. */
export async function listResends(context: StoreContext): Promise<ResendScreen[]> {
  return toScreens(context, await listJobs(pool(), context, LISTED))
}

async function toScreens(context: StoreContext, jobs: readonly ResendJob[]): Promise<ResendScreen[]> {
  const [endpoints, actors] = await Promise.all([
    listEndpointNames(pool(), context.storeId),
    listActorNames(pool(), context.storeId, [...new Set(jobs.map(({ actor }) => actor))]),
  ])
  return jobs.map(({ plan, progress: _, shard: __, storeId: ___, actor, ...job }) => ({
    ...job,
    filter: plan.filter,
    hasMore: plan.hasMore,
    pending: job.sent - job.succeeded - job.failed - job.cancelled,
    endpointName: job.endpointId && (endpoints.get(job.endpointId)?.name ?? null),
    actorName: actors.get(actor) ?? null,
    byEndpoint: plan.byEndpoint.map(({ endpointId, count }) => ({
      endpointId,
      endpointName: endpoints.get(endpointId)?.name ?? '',
      count,
    })),
  }))
}
