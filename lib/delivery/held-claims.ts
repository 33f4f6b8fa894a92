import { monotonicMs } from '@/lib/clock'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { releaseClaims } from '@/lib/db/release-claims'
import { errorText, log } from '@/lib/log'
import { type EndpointLimits, SLOW_PART } from './endpoint-limits'
import { FairQueue } from './fair-queue'
import type { Room } from './quotas'

/** Left of a lease when a request starts, besides its time limit. */
const LEASE_MARGIN_MS = 2_000

/** A claim of this process, with the end of its lease on the clock that never jumps. */
export type HeldClaim = { claim: ClaimedDelivery; leaseEndsAtMs: number }

/** The claims of this process that wait for their turn, as far as their endpoints' limits let them. */
export class HeldClaims extends FairQueue<HeldClaim> {
  readonly #limits: EndpointLimits
  readonly #capacity: number

  /** `capacity` is how many the process may have, waiting and in flight. */
  constructor(limits: EndpointLimits, capacity: number) {
    super((endpointId, inFlight, isAsked) => limits.gate(endpointId, inFlight, isAsked, monotonicMs()))
    this.#limits = limits
    this.#capacity = capacity
  }

  hold(claims: readonly ClaimedDelivery[], leasedAtMs: number): void {
    const nowMs = monotonicMs()
    for (const claim of claims) {
      const { storeId, endpointId, concurrency, rateLimit, endpointRevision: revision } = claim
      this.#limits.learn(endpointId, { concurrency, rateLimit, revision }, nowMs)
      this.push(storeId, endpointId, { claim, leaseEndsAtMs: leasedAtMs + claim.leaseMs }, claim.isAsked)
    }
  }

  /** Whether a request can still end inside its lease. */
  canStart({ leaseEndsAtMs }: HeldClaim, timeoutMs: number): boolean {
    return leaseEndsAtMs - monotonicMs() >= timeoutMs + LEASE_MARGIN_MS
  }

  /** How much more the process may take; below 0 where more was born leased to it than it may keep. */
  room(): Room {
    const nowMs = monotonicMs()
    let notQuick = Math.floor(this.#capacity * SLOW_PART)
    for (const [endpointId, { waiting, inFlight }] of this.loads()) {
      if (this.#limits.pace(endpointId, nowMs) !== 'quick') notQuick -= waiting + inFlight
    }
    return { all: this.#capacity - this.size - this.inFlight, notQuick }
  }

  /** The endpoints that have all here that they may have, or may have nothing. */
  listSaturated(): string[] {
    const nowMs = monotonicMs()
    const saturated = this.#limits.listTroubled(nowMs)
    for (const [endpointId, { waiting, inFlight }] of this.loads()) {
      const { scope, most } = this.#limits.allowance(endpointId, inFlight, nowMs)
      if (scope !== 'all' || waiting + inFlight >= most) saturated.push(endpointId)
    }
    return saturated
  }

  /**
   * Gives back what waits and matches, so that anyone can take it at once, and says which shards it was of. Where the
   * database is away, the leases run out.
   */
  async giveBack(matches?: (held: HeldClaim) => boolean, endpointId?: string): Promise<number[]> {
    return release(this.remove(matches, endpointId).map(({ claim }) => claim))
  }

  /** Gives back what waits beyond what its endpoint may have here, of all endpoints or of some. */
  async giveBackExcess(endpointIds: Iterable<string> = this.#endpointIds()): Promise<number[]> {
    const nowMs = monotonicMs()
    const excess: ClaimedDelivery[] = []
    for (const endpointId of new Set(endpointIds)) {
      const { kept, mostAsked } = this.#limits.allowance(endpointId, this.load(endpointId).inFlight, nowMs)
      for (const { claim } of this.trim(endpointId, kept, mostAsked)) excess.push(claim)
    }
    return release(excess)
  }

  /** Gives back what waits for endpoints that take long, until they leave the others their room. */
  async giveBackCrowd(): Promise<number[]> {
    const nowMs = monotonicMs()
    let tooMany = -this.room().notQuick
    const crowd: ClaimedDelivery[] = []
    for (const [endpointId] of this.loads()) {
      if (tooMany <= 0) break
      if (this.#limits.pace(endpointId, nowMs) !== 'slow') continue
      const removed = this.remove(({ claim }) => !claim.isAsked, endpointId)
      tooMany -= removed.length
      for (const { claim } of removed) crowd.push(claim)
    }
    return release(crowd)
  }

  #endpointIds(): string[] {
    return Array.from(this.loads(), ([endpointId]) => endpointId)
  }
}

/** Gives back claims, whatever their shard; says which shards these are. */
export async function release(claims: readonly ClaimedDelivery[]): Promise<number[]> {
  const byShard = new Map<number, ClaimedDelivery[]>()
  for (const claim of claims) {
    const known = byShard.get(claim.shard)
    if (known) known.push(claim)
    else byShard.set(claim.shard, [claim])
  }
  for (const [shard, ofShard] of byShard) {
    await releaseClaims(hotPool(), shard, ofShard).catch((error: unknown) =>
      log.warn('claims could not be given back; their leases will run out', {
        shard,
        error: errorText(error),
      }),
    )
  }
  return [...byShard.keys()]
}
