import { listActorNames } from '@/lib/db/actor-names'
import { recordAudit, recordAuditIn } from '@/lib/db/audit'
import { cancelPendingOfResend } from '@/lib/db/cancel-resend'
import { hotPool, pool, prisma } from '@/lib/db/client'
import { createResend } from '@/lib/db/create-resend'
import { type EndpointName, listEndpointNames } from '@/lib/db/endpoint-names'
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
import { once, type RequestKey, requestKey } from './once'
import { type HoldUp, listHoldUps } from './resend-hold-ups'
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
  const claim = requestKey(key, 'resend', { asked, rate })
  return once(context, claim, {
    work: () => planAndStore(context, filter, rate, claim),
    replay: (id) => getResend(context, id),
  })
}

async function planAndStore(
  context: StoreContext,
  filter: ResendFilter,
  rate: number,
  claim: RequestKey | null,
): Promise<ResendJob> {
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
  return storeJob(context, { kind: 'resend', endpointId, plan, progress, rate, total, excluded }, claim)
}

type NewJob = Pick<ResendJob, 'endpointId' | 'rate' | 'total' | 'excluded' | 'kind' | 'plan' | 'progress'>

/**
 * Stores a planned job with its entry in the audit log; or answers the catch-up that its endpoint has already. Throws
 * `idempotency_conflict` where the key is taken.
 */
export async function storeJob(
  context: StoreContext,
  job: NewJob,
  claim: RequestKey | null,
): Promise<ResendJob> {
  const { shard, storeId, actor } = context
  const row = { ...job, id: newId(), shard, storeId, actor }
  const { kind, rate, total, plan, endpointId } = job
  const id = await createResend(pool(), row, claim, (db) =>
    recordAuditIn(db, context, {
      action: `${kind}.started`,
      target: `resend:${row.id}`,
      changes: { rate, total, filter: JSON.parse(JSON.stringify(plan.filter)), endpointId },
    }),
  )
  return getResend(context, id)
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
  /** Not queued yet; of a cancelled job, never. With `pending` and what is over they are the total. */
  waiting: number
  endpointName: string | null
  actorName: string | null
  /** A token started it, not a person. */
  actorIsToken: boolean
  byEndpoint: { endpointId: string; endpointName: string; count: number }[]
}

/** A job with what holds it up at present. */
export type ResendDetail = ResendScreen & { holdUps: HoldUp[] }

/** The job's page. Throws `not_found`. */
export async function getResendScreen(context: StoreContext, id: string): Promise<ResendDetail> {
  const job = await getResend(context, id)
  const endpoints = await listEndpointNames(pool(), context)
  const [[screen], holdUps] = await Promise.all([
    toScreens(context, [job], endpoints),
    listHoldUps(context, job, endpoints),
  ])
  if (!screen) throw new AppError('not_found')
  return { ...screen, holdUps }
}

/** The store's last 50 jobs, newest first. */
export async function listResends(context: StoreContext): Promise<ResendScreen[]> {
  const [jobs, endpoints] = await Promise.all([
    listJobs(pool(), context, LISTED),
    listEndpointNames(pool(), context),
  ])
  return toScreens(context, jobs, endpoints)
}

async function toScreens(
  context: StoreContext,
  jobs: readonly ResendJob[],
  endpoints: ReadonlyMap<string, EndpointName>,
): Promise<ResendScreen[]> {
  const actors = await listActorNames(pool(), context.storeId, [...new Set(jobs.map(({ actor }) => actor))])
  return jobs.map(({ plan, progress: _, shard: __, storeId: ___, actor, ...job }) => ({
    ...job,
    filter: plan.filter,
    hasMore: plan.hasMore,
    pending: job.sent - job.succeeded - job.failed - job.cancelled,
    waiting: Math.max(0, job.total - job.sent - job.skipped),
    endpointName: job.endpointId && (endpoints.get(job.endpointId)?.name ?? null),
    actorName: actors.get(actor) ?? null,
    actorIsToken: actor.startsWith('token:'),
    byEndpoint: plan.byEndpoint.map(({ endpointId, count }) => ({
      endpointId,
      endpointName: endpoints.get(endpointId)?.name ?? '',
      count,
    })),
  }))
}
