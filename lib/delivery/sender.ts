import { monotonicMs } from '@/lib/clock'
import { cancelPending } from '@/lib/db/cancel-pending'
import { claimDue } from '@/lib/db/claim-due'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { listDueEndpoints } from '@/lib/db/due-endpoints'
import type { LeaseOffer } from '@/lib/db/ingest-events'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { releaseClaims } from '@/lib/db/release-claims'
import { errorText, log } from '@/lib/log'
import { GONE } from '@/lib/webhooks/delivery-state'
import { Alarm } from './alarm'
import { type AttemptSettings, attemptDelivery } from './attempt'
import { EndpointCache } from './endpoint-cache'
import { FairQueue } from './fair-queue'
import { DEPTH, decideQuotas, LEASE_SLACK_MS } from './quotas'
import { Recorder } from './recorder'

/** Left of a lease when a request starts, besides its time limit. */
const LEASE_MARGIN_MS = 2_000
const SWEEP_MS = 1_000
const MOST_UNRECORDED = 2_000

export type SenderSettings = AttemptSettings & {
  /** Requests in flight at once, over all endpoints. */
  concurrency: number
  listShards(): Promise<number[]>
  /** Told of an endpoint whose receiver answered 410. */
  onGone(storeId: string, endpointId: string): Promise<void>
}

/** What a drain did: deliveries claimed, and where those that it recorded went. */
export type DrainCounts = { claimed: number; delivered: number; failed: number; retried: number }

type Held = { claim: ClaimedDelivery; leaseEndsAtMs: number }

/**
 * Takes what is due, sends it in fair turns, records what came of it. One per process; any number of processes may
 * run one on the same database. It starts no request that cannot end inside its lease.
 */
export class Sender {
  readonly #settings: SenderSettings
  readonly #capacity: number
  readonly #queue = new FairQueue<Held>()
  readonly #endpoints = new EndpointCache()
  readonly #recorder = new Recorder((shard, results, won) => this.#recorded(shard, results, won))
  readonly #alarm = new Alarm()
  readonly #counts: DrainCounts = { claimed: 0, delivered: 0, failed: 0, retried: 0 }
  /** Endpoints that had more due than could be taken, with their shard. */
  readonly #backlog = new Map<string, number>()
  #waiters: (() => void)[] = []
  #loop: Promise<void> | undefined
  #isStopping = false

  constructor(settings: SenderSettings) {
    this.#settings = settings
    this.#capacity = settings.concurrency * DEPTH
  }

  /** Begins to drain, until `stop`. */
  start(): void {
    this.#loop ??= this.#run()
  }

  get isRunning(): boolean {
    return this.#loop !== undefined && !this.#isStopping
  }

  /** How much of what an ingest makes this process would send at once. */
  offer(): LeaseOffer {
    const limit = this.isRunning ? Math.max(0, this.#capacity - this.#load) : 0
    return { slackMs: LEASE_SLACK_MS, limit, depth: DEPTH, saturated: this.#queue.saturated(DEPTH) }
  }

  /** Takes over deliveries that were born leased to this process by an ingest that began at `leasedAtMs` (monotonic). */
  accept(claims: readonly ClaimedDelivery[], leasedAtMs: number): void {
    this.#counts.claimed += claims.length
    for (const claim of claims) this.#hold(claim, leasedAtMs)
    this.#dispatch()
  }

  /** Says that a shard has, or may have, something due. */
  wake(shard: number): void {
    this.#alarm.set(shard)
  }

  /**
   * Drains until nothing is due, or for `budgetMs` at most, and waits for what it began. With the loop running too,
   * the counts are those of both.
   */
  async drain(budgetMs: number): Promise<DrainCounts> {
    const before = { ...this.#counts }
    const endsAtMs = monotonicMs() + budgetMs
    const shards = await this.#settings.listShards()
    while (!this.#isStopping && monotonicMs() < endsAtMs) {
      let claimed = 0
      for (const shard of shards) claimed += await this.#claim(shard)
      if (claimed === 0 && this.#load === 0) break
      if (claimed === 0) await this.#progress()
    }
    await this.#settle()
    return {
      claimed: this.#counts.claimed - before.claimed,
      delivered: this.#counts.delivered - before.delivered,
      failed: this.#counts.failed - before.failed,
      retried: this.#counts.retried - before.retried,
    }
  }

  /** Stops claiming, gives back what waits, finishes and records what is in flight. */
  async stop(): Promise<void> {
    this.#isStopping = true
    this.#alarm.interrupt()
    await this.#loop
    await this.#settle()
  }

  get #load(): number {
    return this.#queue.size + this.#queue.inFlight
  }

  async #run(): Promise<void> {
    let sweptAtMs = Number.NEGATIVE_INFINITY
    while (!this.#isStopping) {
      const rung = await this.#alarm.wait(Math.max(0, sweptAtMs + SWEEP_MS - monotonicMs()))
      const isSweep = monotonicMs() - sweptAtMs >= SWEEP_MS
      if (isSweep) sweptAtMs = monotonicMs()
      try {
        const shards = isSweep ? await this.#settings.listShards() : rung
        for (const shard of shards) {
          if (!this.#isStopping) await this.#claim(shard)
        }
      } catch (error) {
        log.warn('due deliveries could not be claimed', { error: errorText(error) })
      }
    }
  }

  async #claim(shard: number): Promise<number> {
    if (this.#recorder.unrecorded > MOST_UNRECORDED) return 0
    const endpoints = await listDueEndpoints(hotPool(), shard)
    for (const { endpointId, stopped } of endpoints) {
      if (stopped) await cancelPending(hotPool(), shard, endpointId, stopped)
    }
    const { quotas, nextDueInMs } = decideQuotas(endpoints, this.#queue, this.#capacity)
    if (nextDueInMs !== null) this.#alarm.set(shard, nextDueInMs)
    if (quotas.length === 0) return 0

    const askedAtMs = monotonicMs()
    const claims = await claimDue(hotPool(), shard, quotas)
    this.#counts.claimed += claims.length
    for (const quota of quotas) this.#backlog.delete(quota.endpointId)
    const taken = new Map<string, number>()
    for (const claim of claims) {
      this.#hold(claim, askedAtMs)
      taken.set(claim.endpointId, (taken.get(claim.endpointId) ?? 0) + 1)
    }
    for (const { endpointId, count } of quotas) {
      if (taken.get(endpointId) === count) this.#backlog.set(endpointId, shard)
    }
    this.#dispatch()
    return claims.length
  }

  #hold(claim: ClaimedDelivery, leasedAtMs: number): void {
    const held = { claim, leaseEndsAtMs: leasedAtMs + claim.leaseMs }
    this.#queue.push(claim.storeId, claim.endpointId, claim.concurrency, held)
  }

  #dispatch(): void {
    while (this.#queue.inFlight < this.#settings.concurrency) {
      const held = this.#queue.take()
      if (!held) return
      void this.#send(held)
    }
  }

  async #send({ claim, leaseEndsAtMs }: Held): Promise<void> {
    try {
      const { endpointId, endpointRevision } = claim
      const endpoint =
        this.#endpoints.peek(endpointId, endpointRevision) ??
        (await this.#endpoints.get(endpointId, endpointRevision))
      if (!endpoint) return
      if (leaseEndsAtMs - monotonicMs() < endpoint.config.timeoutMs + LEASE_MARGIN_MS) {
        await releaseClaims(hotPool(), claim.shard, [claim])
        this.#alarm.set(claim.shard)
        return
      }
      const result = await attemptDelivery(claim, endpoint, this.#settings)
      this.#recorder.add(claim.shard, result)
      if (result.outcome.httpStatus === GONE && !claim.isTest) await this.#endGone(claim)
    } catch (error) {
      // Its lease runs out, and someone claims it again.
      log.error('a delivery could not be attempted', { deliveryId: claim.id, error: errorText(error) })
    } finally {
      this.#queue.done(claim.endpointId)
      this.#refill(claim.endpointId, claim.concurrency)
      this.#dispatch()
      this.#announceProgress()
    }
  }

  /** What else it has waiting here is held back while it is being disabled, then given back to be cancelled. */
  async #endGone({ shard, storeId, endpointId }: ClaimedDelivery): Promise<void> {
    const waiting = this.#queue.remove(endpointId)
    await this.#settings.onGone(storeId, endpointId)
    if (waiting.length > 0) {
      await releaseClaims(
        hotPool(),
        shard,
        waiting.map(({ claim }) => claim),
      )
    }
    this.#alarm.set(shard)
  }

  /** Asks for more once half of what an endpoint may have here is through, so that claims come in batches. */
  #refill(endpointId: string, cap: number): void {
    const shard = this.#backlog.get(endpointId)
    if (shard === undefined) return
    const { waiting, inFlight } = this.#queue.load(endpointId)
    if (waiting + inFlight <= (cap * DEPTH) / 2) this.#alarm.set(shard)
  }

  #recorded(shard: number, results: AttemptResult[], won: Set<string>): void {
    for (const { deliveryId, next } of results) {
      if (!won.has(deliveryId)) continue
      if (next.kind === 'delivered') this.#counts.delivered++
      else if (next.kind === 'failed') this.#counts.failed++
      else this.#counts.retried++
      if (next.kind === 'retry') this.#alarm.set(shard, next.delayMs)
    }
    this.#announceProgress()
  }

  /** Gives back what no loop will take up, then waits for what is in flight and not yet recorded. */
  async #settle(): Promise<void> {
    if (!this.isRunning) await this.#giveBack()
    while (!this.isRunning && this.#load > 0) await this.#progress()
    await this.#recorder.flush()
  }

  async #giveBack(): Promise<void> {
    const byShard = new Map<number, ClaimedDelivery[]>()
    for (const { claim } of this.#queue.remove()) {
      byShard.set(claim.shard, [...(byShard.get(claim.shard) ?? []), claim])
    }
    for (const [shard, claims] of byShard) {
      await releaseClaims(hotPool(), shard, claims).catch((error: unknown) =>
        log.warn('claims could not be given back; their leases will run out', {
          shard,
          error: errorText(error),
        }),
      )
    }
  }

  #progress(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve))
  }

  #announceProgress(): void {
    const waiters = this.#waiters
    this.#waiters = []
    for (const resolve of waiters) resolve()
  }
}
