import { monotonicMs } from '@/lib/clock'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { notePause } from '@/lib/db/endpoint-pauses'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { errorText, log } from '@/lib/log'
import { GONE } from '@/lib/webhooks/delivery-state'
import type { Alarm } from './alarm'
import { type AttemptSettings, attemptDelivery } from './attempt'
import { EndpointCache } from './endpoint-cache'
import type { EndpointLimits } from './endpoint-limits'
import { type HeldClaim, type HeldClaims, release } from './held-claims'
import type { Run } from './paces'
import { WakeTimer } from './wake-timer'

export type DispatcherSettings = AttemptSettings & {
  /** Requests in flight at once, over all endpoints. */
  concurrency: number
  /** Told of an endpoint whose receiver answered 410. */
  onGone(storeId: string, endpointId: string): Promise<void>
}

type Parts = {
  held: HeldClaims
  limits: EndpointLimits
  alarm: Alarm
  onResult(shard: number, result: AttemptResult): void
  /** Told when an attempt is over, and when what waits for an endpoint may no longer do so. */
  onDone(claim: ClaimedDelivery): void
  onPaused(endpointId: string): void
}

/** The sending side of a sender: starts what waits, in its turn, and learns from what comes of it. */
export class Dispatcher {
  readonly #settings: DispatcherSettings
  readonly #parts: Parts
  readonly #endpoints = new EndpointCache()
  readonly #timer = new WakeTimer(() => this.dispatch())
  #isStopping = false

  constructor(settings: DispatcherSettings, parts: Parts) {
    this.#settings = settings
    this.#parts = parts
  }

  /** Starts all that may start now. */
  dispatch(): void {
    const { held } = this.#parts
    const nowMs = monotonicMs()
    held.wake(nowMs)
    while (!this.#isStopping && held.inFlight < this.#settings.concurrency) {
      const next = held.take(nowMs)
      if (!next) break
      void this.#send(next)
    }
    if (!this.#isStopping) this.#timer.set(held.nextWakeAtMs)
  }

  /** Starts nothing more; what is in flight goes on. */
  stop(): void {
    this.#isStopping = true
    this.#timer.clear()
  }

  async #send(next: HeldClaim): Promise<void> {
    const { held, limits, onDone } = this.#parts
    const { claim } = next
    const run = limits.begin(claim.endpointId, monotonicMs())
    let result: AttemptResult | undefined
    try {
      result = await this.#attempt(next)
      if (result?.outcome.httpStatus === GONE && !claim.isTest) await this.#endGone(claim)
    } catch (error) {
      // Its lease runs out, and someone claims it again.
      log.error('a delivery could not be attempted', { deliveryId: claim.id, error: errorText(error) })
    } finally {
      this.#learn(run, claim, result)
      held.done(claim.endpointId)
      onDone(claim)
    }
  }

  /** Undefined where there was no attempt: the endpoint is no more, or the lease would not last. */
  async #attempt(next: HeldClaim): Promise<AttemptResult | undefined> {
    const { held, alarm, onResult } = this.#parts
    const { claim } = next
    const { endpointId, endpointRevision } = claim
    const endpoint =
      this.#endpoints.peek(endpointId, endpointRevision) ??
      (await this.#endpoints.get(endpointId, endpointRevision))
    if (!endpoint) return undefined
    if (!held.canStart(next, endpoint.config.timeoutMs)) {
      await release([claim])
      alarm.set(claim.shard)
      return undefined
    }
    const result = await attemptDelivery(claim, endpoint, this.#settings)
    onResult(claim.shard, result)
    return result
  }

  /** Lets the endpoint's limits follow what came of an attempt. */
  #learn(run: Run, { shard, endpointId, isTest }: ClaimedDelivery, result: AttemptResult | undefined): void {
    const { limits, alarm, onPaused } = this.#parts
    const attempt = result && { outcome: result.outcome, wasSent: result.url !== null, isTest }
    const change = limits.end(run, attempt, monotonicMs())
    if (!change) return
    const { pausedForMs } = change
    alarm.set(shard, pausedForMs ?? 0)
    if (pausedForMs !== null) onPaused(endpointId)
    notePause(hotPool(), shard, endpointId, pausedForMs).catch((error: unknown) =>
      log.warn('an endpoint’s pause could not be noted', { endpointId, error: errorText(error) }),
    )
  }

  /** What else it has waiting here is held back while it is being disabled, then given back to be cancelled. */
  async #endGone({ shard, storeId, endpointId }: ClaimedDelivery): Promise<void> {
    const { held, alarm } = this.#parts
    const waiting = held.remove(undefined, endpointId)
    await this.#settings.onGone(storeId, endpointId)
    await release(waiting.map(({ claim }) => claim))
    alarm.set(shard)
  }
}
