import { monotonicMs } from '@/lib/clock'
import { cancelPending } from '@/lib/db/cancel-pending'
import { claimDue } from '@/lib/db/claim-due'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { type DueEndpoint, listDueEndpoints } from '@/lib/db/due-endpoints'
import type { LeaseOffer } from '@/lib/db/ingest-events'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { errorText, log } from '@/lib/log'
import { GONE } from '@/lib/webhooks/delivery-state'
import { Alarm } from './alarm'
import { type AttemptSettings, attemptDelivery } from './attempt'
import { EndpointCache } from './endpoint-cache'
import { type HeldClaim, HeldClaims, release } from './held-claims'
import { DEPTH, decideQuotas, LEASE_SLACK_MS } from './quotas'
import { Recorder } from './recorder'

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

/**
 * Takes what is due, sends it in fair turns, records what came of it. One per process; any number of processes may
 * run one on the same database. It starts no request that cannot end inside its lease.
 */
export class Sender {
  readonly #settings: SenderSettings
  readonly #capacity: number
  readonly #queue = new HeldClaims()
  readonly #endpoints = new EndpointCache()
  readonly #recorder = new Recorder((shard, results, won) => this.#recorded(shard, results, won))
  readonly #alarm = new Alarm()
  readonly #counts: DrainCounts = { claimed: 0, delivered: 0, failed: 0, retried: 0 }
  /** Endpoints that had more due than they may have here, with their shard; and shards left for want of room. */
  readonly #backlog = new Map<string, number>()
  readonly #starved = new Set<number>()
  readonly #drains = new Set<Promise<unknown>>()
  #waiters: (() => void)[] = []
  #turn = 0
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
    const isOpen = this.isRunning && this.#recorder.unrecorded <= MOST_UNRECORDED
    const limit = isOpen ? Math.max(0, this.#capacity - this.#load) : 0
    const saturated = this.#queue.saturated(DEPTH)
    return { slackMs: LEASE_SLACK_MS, limit, depth: DEPTH, saturated, senders: 1, rank: 0 }
  }

  /** Takes over deliveries that were born leased to this process by an ingest that began at `leasedAtMs` (monotonic). */
  accept(claims: readonly ClaimedDelivery[], leasedAtMs: number): void {
    this.#counts.claimed += claims.length
    this.#take(claims, leasedAtMs)
  }

  /** Says that a shard has, or may have, something due. */
  wake(shard: number): void {
    this.#alarm.set(shard)
  }

  /**
   * Drains until nothing is due, or for `budgetMs` at most, and waits for what it began. With the loop running too,
   * the counts are those of both. Rejects where nothing could be claimed at all.
   */
  drain(budgetMs: number): Promise<DrainCounts> {
    const drain = this.#drain(monotonicMs() + budgetMs).finally(() => this.#drains.delete(drain))
    this.#drains.add(drain)
    return drain
  }

  /** Stops claiming, gives back what waits, finishes and records what is in flight. */
  async stop(): Promise<void> {
    this.#isStopping = true
    this.#alarm.interrupt()
    this.#announceProgress()
    await this.#loop
    await Promise.allSettled(this.#drains)
    await this.#queue.giveBack()
    while (this.#load > 0) await this.#progress()
    await this.#recorder.flush()
  }

  get #load(): number {
    return this.#queue.size + this.#queue.inFlight
  }

  async #run(): Promise<void> {
    let sweptAtMs = Number.NEGATIVE_INFINITY
    while (!this.#isStopping) {
      let shards = await this.#alarm.wait(Math.max(0, sweptAtMs + SWEEP_MS - monotonicMs()))
      if (monotonicMs() - sweptAtMs >= SWEEP_MS) {
        sweptAtMs = monotonicMs()
        shards = await this.#settings.listShards().catch(() => shards)
        await this.#giveBackLate()
      }
      for (const shard of shards) {
        await this.#claim(shard).catch((error: unknown) =>
          log.warn('due deliveries could not be claimed', { shard, error: errorText(error) }),
        )
      }
    }
  }

  async #drain(endsAtMs: number): Promise<DrainCounts> {
    const before = { ...this.#counts }
    const shards = await this.#settings.listShards()
    while (!this.#isStopping && monotonicMs() < endsAtMs) {
      const claims = await Promise.allSettled(shards.map((shard) => this.#claim(shard)))
      const [failed] = claims.filter((claim) => claim.status === 'rejected')
      if (failed && claims.every((claim) => claim.status === 'rejected')) throw failed.reason
      const claimed = claims.reduce((sum, claim) => sum + (claim.status === 'fulfilled' ? claim.value : 0), 0)
      if (claimed === 0 && this.#load === 0) break
      if (claimed === 0) await this.#progress()
    }
    if (!this.isRunning) {
      await this.#queue.giveBack()
      while (this.#load > 0) await this.#progress()
    }
    await this.#recorder.flush()
    return {
      claimed: this.#counts.claimed - before.claimed,
      delivered: this.#counts.delivered - before.delivered,
      failed: this.#counts.failed - before.failed,
      retried: this.#counts.retried - before.retried,
    }
  }

  async #claim(shard: number): Promise<number> {
    if (this.#isStopping || this.#recorder.unrecorded > MOST_UNRECORDED) return 0
    const endpoints = await listDueEndpoints(hotPool(), shard)
    await this.#endStopped(shard, endpoints)
    const decision = decideQuotas(endpoints, this.#queue, this.#capacity, this.#turn++)
    const { quotas, satisfied, isStarved, nextDueInMs } = decision
    if (nextDueInMs !== null) this.#alarm.set(shard, nextDueInMs)
    for (const endpointId of satisfied) this.#backlog.set(endpointId, shard)
    if (isStarved) this.#starved.add(shard)
    if (quotas.length === 0) return 0

    const askedAtMs = monotonicMs()
    const claims = await claimDue(hotPool(), shard, quotas)
    const taken = new Map<string, number>()
    for (const { endpointId } of claims) taken.set(endpointId, (taken.get(endpointId) ?? 0) + 1)
    for (const { endpointId, count } of quotas) {
      if (taken.get(endpointId) === count) this.#backlog.set(endpointId, shard)
      else this.#backlog.delete(endpointId)
    }
    this.#counts.claimed += claims.length
    this.#take(claims, askedAtMs)
    return claims.length
  }

  /** Cancels what is pending for endpoints that are disabled or deleted; one that cannot be does not hold up the rest. */
  async #endStopped(shard: number, endpoints: readonly DueEndpoint[]): Promise<void> {
    for (const { endpointId, stopped } of endpoints) {
      if (!stopped) continue
      await cancelPending(hotPool(), shard, endpointId, stopped).catch((error: unknown) =>
        log.warn('pending deliveries could not be cancelled', { endpointId, error: errorText(error) }),
      )
    }
  }

  #take(claims: readonly ClaimedDelivery[], leasedAtMs: number): void {
    // An ingest or a claim that was under way when all stopped.
    if (this.#isStopping) void release(claims)
    else this.#queue.hold(claims, leasedAtMs)
    this.#dispatch()
  }

  #dispatch(): void {
    while (!this.#isStopping && this.#queue.inFlight < this.#settings.concurrency) {
      const held = this.#queue.take()
      if (!held) return
      void this.#send(held)
    }
  }

  async #send(held: HeldClaim): Promise<void> {
    const { claim } = held
    try {
      const { endpointId, endpointRevision } = claim
      const endpoint =
        this.#endpoints.peek(endpointId, endpointRevision) ??
        (await this.#endpoints.get(endpointId, endpointRevision))
      if (!endpoint) return
      if (!this.#queue.canStart(held, endpoint.config.timeoutMs)) {
        await release([claim])
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
    const waiting = this.#queue.remove(({ claim }) => claim.endpointId === endpointId)
    await this.#settings.onGone(storeId, endpointId)
    await release(waiting.map(({ claim }) => claim))
    this.#alarm.set(shard)
  }

  /** What has waited here until its lease is nearly over is anyone's, before it looks like the lost claim of a dead sender. */
  async #giveBackLate(): Promise<void> {
    const isLate = (held: HeldClaim) => !this.#queue.canStart(held, SWEEP_MS)
    for (const shard of await this.#queue.giveBack(isLate)) this.#alarm.set(shard)
  }

  /** Asks for more once half of what an endpoint, or the process, may have is through, so that claims come in batches. */
  #refill(endpointId: string, cap: number): void {
    const shard = this.#backlog.get(endpointId)
    const { waiting, inFlight } = this.#queue.load(endpointId)
    if (shard !== undefined && waiting + inFlight <= (cap * DEPTH) / 2) this.#alarm.set(shard)
    if (this.#starved.size === 0 || this.#load > this.#capacity / 2) return
    for (const starved of this.#starved) this.#alarm.set(starved)
    this.#starved.clear()
  }

  #recorded(shard: number, results: readonly AttemptResult[], won: Set<string>): void {
    for (const { deliveryId, next } of results) {
      if (!won.has(deliveryId)) continue
      if (next.kind === 'delivered') this.#counts.delivered++
      else if (next.kind === 'failed') this.#counts.failed++
      else this.#counts.retried++
      if (next.kind === 'retry') this.#alarm.set(shard, next.delayMs)
    }
    this.#announceProgress()
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
