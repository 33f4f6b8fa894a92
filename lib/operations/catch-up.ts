import { monotonicMs, now } from '@/lib/clock'
import { listCancelledByPause } from '@/lib/db/cancelled-by-pause'
import { pool } from '@/lib/db/client'
import { findEndpointState } from '@/lib/db/endpoint-search'
import { listMissedEvents, listMissedTimes } from '@/lib/db/missed-events'
import { findRunningCatchUp, type MissedTime, type ResendJob } from '@/lib/db/resend-jobs'
import { AppError } from '@/lib/errors'
import type { StoreContext } from './context'
import { once, type RequestKey, requestKey } from './once'
import { MOST_PER_RESEND, noneExcluded } from './resend-plan'
import { getResend, type StartOptions, storeJob } from './resends'

const BUDGET_MS = 8_000
const WINDOW = 5_000

/** How much an endpoint missed while it was disabled. `hasMore`: that is how many were found in time. */
export type MissedCount = { total: number; hasMore: boolean }

/**
 * Counts what an endpoint missed in its disabled times that are not caught up, in what is still kept: events, and
 * deliveries that were cancelled as it was disabled. Of a disabled one, up to now. Throws `not_found`,
 * `endpoint_unavailable` for a deleted one.
 */
export async function countMissed(
  context: StoreContext,
  endpointId: string,
  budgetMs = BUDGET_MS,
): Promise<MissedCount> {
  const state = await findEndpointState(pool(), context.storeId, endpointId)
  if (!state) throw new AppError('not_found')
  if (state.deletedAt) throw new AppError('endpoint_unavailable')
  return countIn(context, endpointId, await listMissedTimes(pool(), endpointId, now()), budgetMs)
}

/** The same for an endpoint that can be caught up: throws `endpoint_unavailable` for a disabled one too. */
export async function planCatchUp(context: StoreContext, endpointId: string): Promise<MissedCount> {
  await requireEnabled(context, endpointId)
  return countMissed(context, endpointId)
}

/** Whether an endpoint has disabled times to be caught up, and the catch-up that is at it; its count takes longer. */
export type CatchUpNeed = { isDue: boolean; runningId: string | null }

/** What an endpoint's page offers: whether there may be something to catch up, and the job that does it already. */
export async function findCatchUpNeed(context: StoreContext, endpointId: string): Promise<CatchUpNeed> {
  const [times, running] = await Promise.all([
    listMissedTimes(pool(), endpointId, now()),
    findRunningCatchUp(pool(), context, endpointId),
  ])
  return { isDue: times.length > 0, runningId: running?.id ?? null }
}

/**
 * Starts the delivery of what an endpoint missed, oldest first, by its retry policy, behind fresh events. While one is
 * under way, asking again answers that one. Throws `not_found`, `endpoint_unavailable`, `idempotency_conflict`.
 */
export async function startCatchUp(
  context: StoreContext,
  endpointId: string,
  { rate, key }: StartOptions,
): Promise<ResendJob> {
  const claim = requestKey(key, `catch_up ${endpointId}`, { rate })
  return once(context, claim, {
    work: () => countAndStore(context, endpointId, rate, claim),
    replay: (id) => getResend(context, id),
  })
}

async function countAndStore(
  context: StoreContext,
  endpointId: string,
  rate: number,
  claim: RequestKey | null,
): Promise<ResendJob> {
  await requireEnabled(context, endpointId)
  const times = await listMissedTimes(pool(), endpointId, now())
  const { total, hasMore } = await countIn(context, endpointId, times, BUDGET_MS)
  const plan = {
    filter: {},
    byEndpoint: [{ endpointId, count: total }],
    hasMore,
    times,
  }
  const progress = { time: 0, part: 'cancelled' as const, cursor: null }
  return storeJob(
    context,
    { kind: 'catch_up', endpointId, plan, progress, rate, total, excluded: noneExcluded() },
    claim,
  )
}

async function requireEnabled(context: StoreContext, endpointId: string): Promise<void> {
  const state = await findEndpointState(pool(), context.storeId, endpointId)
  if (!state) throw new AppError('not_found')
  if (state.disabledAt || state.deletedAt) throw new AppError('endpoint_unavailable')
}

async function countIn(
  context: StoreContext,
  endpointId: string,
  times: readonly MissedTime[],
  budgetMs: number,
): Promise<MissedCount> {
  const endsAt = monotonicMs() + budgetMs
  let total = 0
  const isOver = () => total >= MOST_PER_RESEND || monotonicMs() >= endsAt
  for (const time of times) {
    let cursor: string | null = null
    do {
      if (isOver()) return { total, hasMore: true }
      const page = await listCancelledByPause(pool(), context, endpointId, time, cursor)
      total += page.ids.length
      cursor = page.reached
    } while (cursor !== null)
    let after: string | null = time.after
    while (after !== null) {
      if (isOver()) return { total, hasMore: true }
      const part = { endpointId, after, upTo: time.upTo, window: WINDOW }
      const found = await listMissedEvents(pool(), context, part)
      total += found.ids.length
      after = found.reached
    }
  }
  return { total, hasMore: false }
}
