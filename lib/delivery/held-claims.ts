import { monotonicMs } from '@/lib/clock'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { releaseClaims } from '@/lib/db/release-claims'
import { errorText, log } from '@/lib/log'
import { FairQueue } from './fair-queue'

/** Left of a lease when a request starts, besides its time limit. */
const LEASE_MARGIN_MS = 2_000

/** A claim of this process, with the end of its lease on the clock that never jumps. */
export type HeldClaim = { claim: ClaimedDelivery; leaseEndsAtMs: number }

/** The claims of this process that wait for their turn, each with the end of its lease. */
export class HeldClaims extends FairQueue<HeldClaim> {
  hold(claims: readonly ClaimedDelivery[], leasedAtMs: number): void {
    for (const claim of claims) {
      const held = { claim, leaseEndsAtMs: leasedAtMs + claim.leaseMs }
      this.push(claim.storeId, claim.endpointId, claim.concurrency, held)
    }
  }

  /** Whether a request can still end inside its lease. */
  canStart({ leaseEndsAtMs }: HeldClaim, timeoutMs: number): boolean {
    return leaseEndsAtMs - monotonicMs() >= timeoutMs + LEASE_MARGIN_MS
  }

  /**
   * Gives back what waits and matches, so that anyone can take it at once, and says which shards it was of. Where the
   * database is away, the leases run out.
   */
  async giveBack(matches?: (held: HeldClaim) => boolean): Promise<number[]> {
    return release(this.remove(matches).map(({ claim }) => claim))
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
