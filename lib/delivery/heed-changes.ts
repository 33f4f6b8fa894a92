import { monotonicMs } from '@/lib/clock'
import { hotPool } from '@/lib/db/client'
import { listCurrentLimits } from '@/lib/db/endpoint-limits'
import type { EndpointLimits } from './endpoint-limits'
import type { HeldClaim, HeldClaims } from './held-claims'

/**
 * Looks what was changed meanwhile of the endpoints that have something waiting here: their limits count at once, and
 * what waits for a stopped one is given back, to be cancelled. Says which shards it was of.
 */
export async function heedChanges(held: HeldClaims, limits: EndpointLimits): Promise<number[]> {
  const waiting = Array.from(held.loads()).filter(([, load]) => load.waiting > 0)
  if (waiting.length === 0) return []
  const endpointIds = waiting.map(([endpointId]) => endpointId)
  const shards = new Set<number>()
  for (const { endpointId, stopped, ...facts } of await listCurrentLimits(hotPool(), endpointIds)) {
    limits.learn(endpointId, facts, monotonicMs())
    held.reconsider(endpointId)
    if (stopped === null) continue
    const ends = ({ claim }: HeldClaim) => stopped === 'endpoint_deleted' || !claim.isTest
    for (const shard of await held.giveBack(ends, endpointId)) shards.add(shard)
  }
  for (const shard of await held.giveBackExcess(endpointIds)) shards.add(shard)
  return [...shards]
}
