import { monotonicMs } from '@/lib/clock'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import type { LeaseOffer } from '@/lib/db/ingest-events'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { errorText, log } from '@/lib/log'
import { Alarm, type Reason } from './alarm'
import { AttemptCounts } from './attempt-counts'
import { type BreakerSettings, breakerDefaults } from './circuit-breaker'
import { Claimer } from './claimer'
import { Dispatcher, type DispatcherSettings } from './dispatcher'
import { DEPTH, EndpointLimits } from './endpoint-limits'
import { heedChanges } from './heed-changes'
import { type HeldClaim, HeldClaims, release } from './held-claims'
import { Membership } from './membership'
import { Progress } from './progress'
import { LEASE_SLACK_MS } from './quotas'
import { Recorder } from './recorder'
import { notifyDue } from './wake-ups'

const SWEEP_MS = 1_000
/** Deliveries that a process may have, waiting and in flight, for each request at once: claims then come in batches. */
const HELD_PER_REQUEST = 8
const MOST_UNRECORDED = 2_000

export type SenderSettings = DispatcherSettings & {
  listShards(): Promise<number[]>
  /** How long a lease outlasts its endpoint's time limit, in ms; `LEASE_SLACK_MS` unless given. */
  leaseSlackMs?: number
  breaker?: Partial<BreakerSettings>
  /** How often it shows the other senders that it is alive, in ms. */
  beatMs?: number
}

/** What a drain did: deliveries claimed, and where those that it recorded went. */
export type DrainCounts = { claimed: number; delivered: number; failed: number; retried: number }

/**
 * Takes what is due, sends it in fair turns within each endpoint's limits, records what came of it. One per process;
 * any number of processes may run one on the same database, and share the limits. It starts no request that cannot end
 * inside its lease.
 */
export class Sender {
  readonly #settings: SenderSettings
  readonly #leaseSlackMs: number
  readonly #membership: Membership
  readonly #limits: EndpointLimits
  readonly #held: HeldClaims
  readonly #claimer: Claimer
  readonly #dispatcher: Dispatcher
  readonly #recorder = new Recorder((shard, results, won) => this.#recorded(shard, results, won))
  readonly #alarm = new Alarm()
  readonly #progress = new Progress()
  /** What came of its attempts. */
  readonly attempts = new AttemptCounts()
  readonly #counts: DrainCounts = { claimed: 0, delivered: 0, failed: 0, retried: 0 }
  readonly #drains = new Set<Promise<unknown>>()
  #shards: number[] = []
  #sweptAtMs = Number.NEGATIVE_INFINITY
  #loop: Promise<void> | undefined
  #stopping: Promise<void> | undefined

  constructor(settings: SenderSettings) {
    const { concurrency, random, beatMs } = settings
    this.#settings = settings
    this.#leaseSlackMs = settings.leaseSlackMs ?? LEASE_SLACK_MS
    this.#membership = new Membership({ beatMs, onChange: () => this.#shareAnew() })
    this.#limits = new EndpointLimits({
      shareOf: (total, endpointId) => this.#membership.share(total, endpointId),
      slots: concurrency,
      breaker: { ...breakerDefaults, ...settings.breaker },
      random,
    })
    const capacity = concurrency * HELD_PER_REQUEST
    this.#held = new HeldClaims(this.#limits, capacity)
    this.#claimer = new Claimer(this.#held, this.#limits, this.#alarm, {
      capacity,
      leaseSlackMs: this.#leaseSlackMs,
    })
    this.#dispatcher = new Dispatcher(settings, {
      held: this.#held,
      limits: this.#limits,
      alarm: this.#alarm,
      onResult: (shard, result) => {
        this.attempts.add(result.outcome, result.url !== null)
        this.#recorder.add(shard, result)
      },
      onDone: (claim) => this.#done(claim),
      onPaused: (endpointId) => void this.#giveBackExcess([endpointId]),
    })
  }

  /** Begins to drain, until `stop`. */
  start(): void {
    if (this.#loop) return
    this.#membership.join()
    this.#loop = this.#run()
  }

  get isRunning(): boolean {
    return this.#loop !== undefined && !this.#isStopping
  }

  /** What it has done since it was made. */
  get totals(): DrainCounts {
    return { ...this.#counts }
  }

  /** How much of what an ingest makes this process would send at once. */
  offer(): LeaseOffer {
    const { position } = this.#membership
    const isOpen = this.isRunning && position !== undefined && this.#recorder.unrecorded <= MOST_UNRECORDED
    const { senders, rank } = position ?? { senders: 1, rank: 0 }
    const limit = isOpen ? this.#claimer.room : 0
    const saturated = isOpen ? this.#held.listSaturated() : []
    return { slackMs: this.#leaseSlackMs, limit, depth: DEPTH, saturated, senders, rank }
  }

  /** Takes over deliveries that were born leased to this process by an ingest that began at `leasedAtMs` (monotonic). */
  accept(claims: readonly ClaimedDelivery[], leasedAtMs: number): void {
    this.#counts.claimed += claims.length
    // An ingest or a claim that was under way when all stopped.
    if (this.#isStopping) return void release(claims)
    this.#held.hold(claims, leasedAtMs)
    this.#dispatcher.dispatch()
    void this.#giveBackExcess(claims.map(({ endpointId }) => endpointId))
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
  stop(): Promise<void> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<void> {
    this.#dispatcher.stop()
    this.#alarm.interrupt()
    this.#progress.announce()
    await this.#loop
    await Promise.allSettled(this.#drains)
    await this.#finish()
    if (this.#loop) await this.#membership.leave()
  }

  get #isStopping(): boolean {
    return this.#stopping !== undefined
  }

  get #load(): number {
    return this.#held.size + this.#held.inFlight
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const rung = await this.#alarm.wait(Math.max(0, this.#sweptAtMs + SWEEP_MS - monotonicMs()))
      if (await this.#sweep()) for (const shard of this.#shards) rung.set(shard, 'look')
      for (const [shard, reason] of rung) {
        await this.#claim(shard, reason).catch((error: unknown) =>
          log.warn('due deliveries could not be claimed', { shard, error: errorText(error) }),
        )
      }
    }
  }

  async #drain(endsAtMs: number): Promise<DrainCounts> {
    const before = { ...this.#counts }
    const shards = await this.#settings.listShards()
    this.#membership.join()
    try {
      await this.#membership.settled(endsAtMs - monotonicMs())
      while (!this.#isStopping && monotonicMs() < endsAtMs) {
        const claims = await Promise.allSettled(shards.map((shard) => this.#claim(shard, 'look')))
        const [failed] = claims.filter((claim) => claim.status === 'rejected')
        if (failed && claims.every((claim) => claim.status === 'rejected')) throw failed.reason
        const claimed = claims.reduce(
          (sum, claim) => sum + (claim.status === 'fulfilled' ? claim.value : 0),
          0,
        )
        if (claimed === 0 && this.#load === 0) break
        if (claimed === 0) await this.#progress.wait(SWEEP_MS)
        await this.#sweep()
      }
    } finally {
      if (!this.isRunning) await this.#finish()
      await this.#membership.leave()
    }
    await this.#recorder.flush()
    return {
      claimed: this.#counts.claimed - before.claimed,
      delivered: this.#counts.delivered - before.delivered,
      failed: this.#counts.failed - before.failed,
      retried: this.#counts.retried - before.retried,
    }
  }

  /** Gives back what waits, waits for what is in flight, and records it. */
  async #finish(): Promise<void> {
    await this.#held.giveBack()
    while (this.#load > 0) await this.#progress.wait(SWEEP_MS)
    await this.#recorder.flush()
  }

  async #claim(shard: number, reason: Reason): Promise<number> {
    if (this.#isStopping || this.#recorder.unrecorded > MOST_UNRECORDED) return 0
    const { claims, askedAtMs } = await this.#claimer.claim(shard, reason)
    this.accept(claims, askedAtMs)
    return claims.length
  }

  #done({ shard, endpointId }: ClaimedDelivery): void {
    this.#claimer.refill(shard, endpointId)
    this.#dispatcher.dispatch()
    this.#progress.announce()
  }

  /** There are other senders than before. */
  #shareAnew(): void {
    for (const [endpointId] of this.#held.loads()) this.#held.reconsider(endpointId)
    void this.#giveBackExcess()
    this.#dispatcher.dispatch()
    this.#sweptAtMs = Number.NEGATIVE_INFINITY
    this.#alarm.interrupt()
  }

  /** What an endpoint may not have here is for the other senders, and for later. */
  async #giveBackExcess(endpointIds?: readonly string[]): Promise<void> {
    const shards = await this.#held.giveBackExcess(endpointIds)
    for (const shard of shards) notifyDue(shard)
    if (shards.length > 0) this.#progress.announce()
  }

  /** Each second: looks for new shards, for what must not wait here any longer, for what hangs. Says whether it was time. */
  async #sweep(): Promise<boolean> {
    if (monotonicMs() - this.#sweptAtMs < SWEEP_MS) return false
    this.#sweptAtMs = monotonicMs()
    this.#shards = await this.#settings.listShards().catch(() => this.#shards)
    this.#limits.sweep(monotonicMs())
    // Before it looks like the lost claim of a dead sender.
    const isLate = (held: HeldClaim) => !this.#held.canStart(held, SWEEP_MS)
    for (const shard of await this.#held.giveBack(isLate)) this.#alarm.set(shard)
    await this.#held.giveBackCrowd()
    const changed = await heedChanges(this.#held, this.#limits).catch((error: unknown) => {
      log.warn('the limits of endpoints could not be read', { error: errorText(error) })
      return []
    })
    for (const shard of changed) this.#alarm.set(shard)
    this.#dispatcher.dispatch()
    return true
  }

  #recorded(shard: number, results: readonly AttemptResult[], won: Set<string>): void {
    for (const { deliveryId, next } of results) {
      if (!won.has(deliveryId)) continue
      if (next.kind === 'delivered') this.#counts.delivered++
      else if (next.kind === 'failed') this.#counts.failed++
      else this.#counts.retried++
      if (next.kind === 'retry') this.#alarm.set(shard, next.delayMs)
    }
    this.#progress.announce()
  }
}
