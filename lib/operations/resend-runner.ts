import { setTimeout as pause } from 'node:timers/promises'
import { monotonicMs } from '@/lib/clock'
import { cancelPendingOfResend } from '@/lib/db/cancel-resend'
import { hotPool } from '@/lib/db/client'
import {
  finishResend,
  type LeasedResend,
  leaseResends,
  type ResendLease,
  releaseResend,
  renewResendLease,
} from '@/lib/db/lease-resends'
import type { ResendJob } from '@/lib/db/resend-jobs'
import { processSender } from '@/lib/delivery/process-sender'
import { notifyDue } from '@/lib/delivery/wake-ups'
import { errorText, log } from '@/lib/log'
import { LogSource } from './log-source'
import { MissedSource } from './missed-source'
import type { ResendSource } from './resend-source'

const LOOK_MS = 500
const MOST_JOBS = 50
const RENEW_MS = 1_000
const BLOCKED_MS = 25
/** From one look at what is still pending to the next: retries may take days. */
const ENDING_MS = { first: 250, longest: 5_000 }
const LEAST_PAUSE_MS = 10

/**
 * Works off bulk resends and catch-ups: each job by one runner at a time, whichever process has it. A runner that dies
 * is replaced when its lease is over, and stopping one gives its jobs back at once.
 */
export class ResendRunner {
  readonly #ending = new AbortController()
  readonly #working = new Set<Promise<void>>()
  #queueing = 0
  #loop: Promise<void> | undefined

  /** Begins to look for jobs, until `stop`. */
  start(): void {
    this.#loop ??= this.#run()
  }

  /** Ends between two steps of each job. */
  async stop(): Promise<void> {
    this.#ending.abort()
    await this.#loop
    await Promise.all(this.#working)
  }

  /** Whether a job of its has more to queue. */
  get isQueueing(): boolean {
    return this.#queueing > 0
  }

  /** Takes the jobs that nobody works on. */
  async look(): Promise<void> {
    const free = MOST_JOBS - this.#working.size
    if (free <= 0) return
    const leased = await leaseResends(hotPool(), free).catch(failed('jobs could not be taken'))
    for (const each of leased ?? []) {
      const work = this.#work(each).finally(() => this.#working.delete(work))
      this.#working.add(work)
    }
  }

  async #run(): Promise<void> {
    while (!this.#isEnding) {
      await this.look()
      await this.#pause(LOOK_MS)
    }
  }

  async #work({ job, lease }: LeasedResend): Promise<void> {
    const held: Held = { job, lease, renewedAt: monotonicMs(), isCancelled: job.status === 'cancelled' }
    try {
      this.#queueing++
      const isQueued = await this.#queue(held, sourceOf(job)).finally(() => this.#queueing--)
      if (isQueued && (await this.#end(held))) return
      if (this.#isEnding) await releaseResend(hotPool(), held.lease)
    } catch (error) {
      // It goes on once the lease is over, from where its last step brought it.
      failed('a job was interrupted')(error)
    }
  }

  /** Queues what the job is about, at its rate. True once nothing is left to queue; false where another has it, or all stops. */
  async #queue(held: Held, source: ResendSource): Promise<boolean> {
    if (held.isCancelled) return true
    const { rate } = held.job
    let allowance = 1
    let countedAt = monotonicMs()
    while (!this.#isEnding) {
      const at = monotonicMs()
      // What was not used while there was no room is lost, but for a moment's worth.
      allowance = Math.min(allowance + ((at - countedAt) / 1_000) * rate, Math.max(1, rate / 4))
      countedAt = at
      if (!(await keep(held))) return false
      if (held.isCancelled) return true
      if (allowance < 1) {
        await this.#pause(Math.max(LEAST_PAUSE_MS, ((1 - allowance) / rate) * 1_000))
        continue
      }
      const step = await source.step(held.lease, Math.floor(allowance))
      if (step === null) {
        // Lost, or cancelled meanwhile.
        if (!(await keep(held, true))) return false
        if (!held.isCancelled) throw new Error('A step was refused.')
        return true
      }
      if (step.lease !== held.lease) Object.assign(held, { lease: step.lease, renewedAt: at })
      allowance -= step.queued
      if (step.queued > 0) wakeSenders(held.lease.shard)
      if (step.state === 'done') return true
      if (step.state === 'blocked') await this.#pause(BLOCKED_MS)
    }
    return false
  }

  /** Waits until nothing is pending of the job, and finishes it; of a cancelled one, ends what comes back. */
  async #end(held: Held): Promise<boolean> {
    for (
      let pauseMs = ENDING_MS.first;
      !this.#isEnding;
      pauseMs = Math.min(pauseMs * 1.5, ENDING_MS.longest)
    ) {
      if (held.isCancelled) await cancelPendingOfResend(hotPool(), held.lease.shard, held.lease.jobId)
      if (await finishResend(hotPool(), held.lease)) return true
      await this.#pause(pauseMs)
      if (!(await keep(held))) return true
    }
    return false
  }

  get #isEnding(): boolean {
    return this.#ending.signal.aborted
  }

  async #pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#ending.signal, ref: false }).catch(() => {})
  }
}

/** A job in this runner's hands. `renewedAt` is monotonic. */
type Held = { job: ResendJob; lease: ResendLease; renewedAt: number; isCancelled: boolean }

/** Renews the lease from time to time, and learns whether the job was cancelled. False where it was lost. */
async function keep(held: Held, isUrgent = false): Promise<boolean> {
  if (!isUrgent && monotonicMs() - held.renewedAt < RENEW_MS) return true
  const renewed = await renewResendLease(hotPool(), held.lease)
  if (!renewed) return false
  const isCancelled = renewed.status === 'cancelled'
  Object.assign(held, { lease: renewed.lease, renewedAt: monotonicMs(), isCancelled })
  return true
}

function sourceOf(job: ResendJob): ResendSource {
  return job.kind === 'resend' ? new LogSource(job) : new MissedSource(job)
}

function wakeSenders(shard: number): void {
  const sender = processSender()
  if (sender.isRunning) sender.wake(shard)
  notifyDue(shard)
}

function failed(what: string): (error: unknown) => undefined {
  return (error) => void log.warn(`${what}, will be tried again`, { error: errorText(error) })
}
