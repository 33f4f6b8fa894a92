import { monotonicMs } from '@/lib/clock'
import { cancelPending } from '@/lib/db/cancel-pending'
import { claimDue } from '@/lib/db/claim-due'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { type DueEndpoint, listDueEndpoints } from '@/lib/db/due-endpoints'
import { errorText, log } from '@/lib/log'
import type { Alarm, Reason } from './alarm'
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
  /** Endpoints that had more due than they may have here, by shard; and shards left for want of room. */
  readonly #backlog = new Map<number, Map<string, DueEndpoint>>()
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

  /**
   * Claims of one shard; also says since when, on the monotonic clock, the leases surely run. To refill, it takes of the
   * endpoints that had more due, without looking at all of them again: that costs as much as the claim.
   */
  async claim(shard: number, reason: Reason): Promise<{ claims: ClaimedDelivery[]; askedAtMs: number }> {
    const known = [...(this.#backlog.get(shard)?.values() ?? [])]
    const isKnown = reason === 'refill' && known.length > 0
    const endpoints = isKnown ? known : await listDueEndpoints(hotPool(), shard)
    if (!isKnown) await this.#endStopped(shard, endpoints)
    const quotas = this.#decide(shard, endpoints)
    const askedAtMs = monotonicMs()
    if (quotas.length === 0) return { claims: [], askedAtMs }

    const claims = await claimDue(hotPool(), shard, quotas)
    const taken = new Map<string, number>()
    for (const { endpointId } of claims) taken.set(endpointId, (taken.get(endpointId) ?? 0) + 1)
    const endpointOf = new Map(endpoints.map((endpoint) => [endpoint.endpointId, endpoint]))
    for (const { endpointId, count, scope } of quotas) {
      const endpoint = endpointOf.get(endpointId)
      if (endpoint && taken.get(endpointId) === count) this.#noteBacklog(shard, endpoint)
      else if (scope === 'all') this.#backlog.get(shard)?.delete(endpointId)
    }
    return { claims, askedAtMs }
  }

  /**
   * Asks for more once half of what an endpoint may have is through, and a third of what the process may have or all that
   * may start, so that claims come in batches.
   */
  refill(shard: number, endpointId: string): void {
    const room = this.room
    if (this.#starved.size > 0 && room >= this.#capacity / 2) {
      for (const starved of this.#starved) this.#alarm.refill(starved)
      this.#starved.clear()
    }
    if (!this.#backlog.get(shard)?.has(endpointId)) return
    if (room < this.#capacity / 3 && this.#held.hasReady) return
    const { waiting, inFlight } = this.#held.load(endpointId)
    const { most } = this.#limits.allowance(endpointId, inFlight, monotonicMs())
    if (waiting + inFlight <= most / 2) this.#alarm.refill(shard)
  }

  #noteBacklog(shard: number, endpoint: DueEndpoint): void {
    const known = this.#backlog.get(shard)
    if (known) known.set(endpoint.endpointId, endpoint)
    else this.#backlog.set(shard, new Map([[endpoint.endpointId, endpoint]]))
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
    const { quotas, withMore, isStarved, nextDueInMs } = decideQuotas(
      endpoints,
      standingOf,
      room,
      this.#turn++,
      this.#leaseSlackMs,
    )
    if (nextDueInMs !== null) this.#alarm.set(shard, nextDueInMs)
    const withMoreIds = new Set(withMore)
    for (const endpoint of endpoints) {
      if (withMoreIds.has(endpoint.endpointId)) this.#noteBacklog(shard, endpoint)
    }
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
