import { monotonicMs } from '@/lib/clock'
import { cancelPending } from '@/lib/db/cancel-pending'
import { claimDue } from '@/lib/db/claim-due'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { type DueEndpoint, listDueEndpoints } from '@/lib/db/due-endpoints'
import { errorText, log } from '@/lib/log'
import type { Alarm } from './alarm'
import type { EndpointLimits } from './endpoint-limits'
import type { HeldClaims } from './held-claims'
import { decideQuotas } from './quotas'

/** The claiming side of a sender: takes of what is due as much as each endpoint, and the process, may have here. */
export class Claimer {
  readonly #held: HeldClaims
  readonly #limits: EndpointLimits
  readonly #alarm: Alarm
  readonly #capacity: number
  readonly #leaseSlackMs: number
  /** Endpoints that had more due than they may have here, with their shard; and shards left for want of room. */
  readonly #backlog = new Map<string, number>()
  readonly #starved = new Set<number>()
  #turn = 0

  constructor(
    held: HeldClaims,
    limits: EndpointLimits,
    alarm: Alarm,
    { capacity, leaseSlackMs }: { capacity: number; leaseSlackMs: number },
  ) {
    this.#held = held
    this.#limits = limits
    this.#alarm = alarm
    this.#capacity = capacity
    this.#leaseSlackMs = leaseSlackMs
  }

  /** How many more deliveries the process may take. */
  get room(): number {
    return Math.max(0, this.#capacity - this.#held.size - this.#held.inFlight)
  }

  /** Claims of one shard; also says since when, on the monotonic clock, the leases surely run. */
  async claim(shard: number): Promise<{ claims: ClaimedDelivery[]; askedAtMs: number }> {
    const endpoints = await listDueEndpoints(hotPool(), shard)
    await this.#endStopped(shard, endpoints)
    const quotas = this.#decide(shard, endpoints)
    const askedAtMs = monotonicMs()
    if (quotas.length === 0) return { claims: [], askedAtMs }

    const claims = await claimDue(hotPool(), shard, quotas)
    const taken = new Map<string, number>()
    for (const { endpointId } of claims) taken.set(endpointId, (taken.get(endpointId) ?? 0) + 1)
    for (const { endpointId, count, scope } of quotas) {
      if (taken.get(endpointId) === count) this.#backlog.set(endpointId, shard)
      else if (scope === 'all') this.#backlog.delete(endpointId)
    }
    return { claims, askedAtMs }
  }

  /** Asks for more once half of what an endpoint, or the process, may have is through, so that claims come in batches. */
  refill(endpointId: string): void {
    const shard = this.#backlog.get(endpointId)
    if (shard !== undefined) {
      const { waiting, inFlight } = this.#held.load(endpointId)
      const { most } = this.#limits.allowance(endpointId, inFlight, monotonicMs())
      if (waiting + inFlight <= most / 2) this.#alarm.set(shard)
    }
    if (this.#starved.size === 0 || this.room < this.#capacity / 2) return
    for (const starved of this.#starved) this.#alarm.set(starved)
    this.#starved.clear()
  }

  #decide(shard: number, endpoints: readonly DueEndpoint[]) {
    const nowMs = monotonicMs()
    for (const { endpointId, ...facts } of endpoints) this.#limits.learn(endpointId, facts, nowMs)
    const standingOf = (endpointId: string) => {
      const load = this.#held.load(endpointId)
      const allowance = this.#limits.allowance(endpointId, load.inFlight, nowMs)
      return { load, allowance, pace: this.#limits.pace(endpointId, nowMs) }
    }
    const room = this.#held.room()
    const { quotas, satisfied, isStarved, nextDueInMs } = decideQuotas(
      endpoints,
      standingOf,
      room,
      this.#turn++,
      this.#leaseSlackMs,
    )
    if (nextDueInMs !== null) this.#alarm.set(shard, nextDueInMs)
    for (const endpointId of satisfied) this.#backlog.set(endpointId, shard)
    if (isStarved) this.#starved.add(shard)
    return quotas
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
}
