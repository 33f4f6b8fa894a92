import { setTimeout as pause } from 'node:timers/promises'
import { monotonicMs } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { countDue } from '@/lib/db/due-endpoints'
import { processSender } from '@/lib/delivery/process-sender'
import type { DrainCounts } from '@/lib/delivery/sender'
import { errorText, log } from '@/lib/log'
import { watchHealth } from './health-watch'
import { mailNotices } from './mail-notices'
import { ResendRunner } from './resend-runner'

/** Well below the limit of hosted functions, so that what is in flight at its end can finish. */
const BUDGET_MS = 20_000
const MAILING_MS = 5_000
/** From one look at what a job queued to the next. */
const JOB_MS = 50

/**
 * Drains what is due, and works off bulk resends, for 20 s at most, then waits for what it began, and looks once after
 * endpoints that fail. `remaining` is what is due after it, `tookMs` the whole time in ms. Any number may run at once,
 * beside any other sender.
 */
export async function drainDueDeliveries(
  budgetMs: number = BUDGET_MS,
): Promise<DrainCounts & { remaining: number; tookMs: number }> {
  const beganAt = monotonicMs()
  const counts = await drainWithJobs(beganAt + budgetMs)
  await lookAfterEndpoints()
  const remaining = await countDue(pool())
  return { ...counts, remaining, tookMs: Math.round(monotonicMs() - beganAt) }
}

/** A host without long-running processes has nobody else to do it; what goes wrong in it is for the next call. */
async function lookAfterEndpoints(): Promise<void> {
  try {
    await watchHealth()
    await mailNotices(AbortSignal.timeout(MAILING_MS))
  } catch (error) {
    log.warn('endpoint health: failed, will be tried again', { error: errorText(error) })
  }
}

async function drainWithJobs(endsAt: number): Promise<DrainCounts> {
  const sender = processSender()
  const jobs = new ResendRunner()
  try {
    await jobs.look()
    jobs.start()
    const counts = await sender.drain(endsAt - monotonicMs())
    while (jobs.isQueueing && monotonicMs() < endsAt) {
      await pause(JOB_MS)
      const more = await sender.drain(endsAt - monotonicMs())
      for (const name of ['claimed', 'delivered', 'failed', 'retried'] as const) counts[name] += more[name]
    }
    return counts
  } finally {
    await jobs.stop()
  }
}
