import type { Quota } from '@/lib/db/claim-due'
import type { DueEndpoint } from '@/lib/db/due-endpoints'
import type { FairQueue } from './fair-queue'

/** A lease outlasts its endpoint's time limit by this: room for waiting a turn and for recording. */
export const LEASE_SLACK_MS = 15_000

/** How many times its cap an endpoint may have in a process: the next ones are at hand when the first are through. */
export const DEPTH = 4

type Decision = {
  quotas: Quota[]
  /** Endpoints with something due that have enough here for now. */
  satisfied: string[]
  /** Something due was left, since the process itself has enough. */
  isStarved: boolean
  /** In ms, when the first of the endpoints that are not due yet will be; null for none. */
  nextDueInMs: number | null
}

/**
 * How many of each due endpoint's deliveries to claim, decided before any row is locked: an endpoint gets what its cap
 * leaves, in turns over stores while the process has room, so however much one has waiting, it costs the others
 * nothing. `turn` says with whom to begin, another one each time.
 */
export function decideQuotas(
  endpoints: readonly DueEndpoint[],
  queue: Pick<FairQueue<unknown>, 'load' | 'size' | 'inFlight'>,
  capacity: number,
  turn = 0,
): Decision {
  let room = capacity - queue.size - queue.inFlight
  const decision: Decision = { quotas: [], satisfied: [], isStarved: false, nextDueInMs: null }
  for (const endpoint of inTurns(endpoints, turn)) {
    const { endpointId, concurrency, timeoutMs, dueInMs, stopped } = endpoint
    if (dueInMs > 0) {
      decision.nextDueInMs = Math.min(decision.nextDueInMs ?? dueInMs, dueInMs)
      continue
    }
    const { waiting, inFlight } = queue.load(endpointId)
    const most = concurrency * DEPTH
    const wanted = most - waiting - inFlight
    // Less than half a share is not worth a claim.
    if (wanted < most / 2) {
      decision.satisfied.push(endpointId)
      continue
    }
    const count = Math.min(wanted, room)
    if (count < wanted) decision.isStarved = true
    if (count <= 0) continue
    room -= count
    decision.quotas.push({
      endpointId,
      count,
      leaseMs: timeoutMs + LEASE_SLACK_MS,
      testsOnly: stopped !== null,
    })
  }
  return decision
}

/** One endpoint of each store, then a second of each, and so on. */
function inTurns(endpoints: readonly DueEndpoint[], turn: number): DueEndpoint[] {
  const start = endpoints.length === 0 ? 0 : turn % endpoints.length
  const seen = new Map<string, number>()
  return [...endpoints.slice(start), ...endpoints.slice(0, start)]
    .map((endpoint) => {
      const round = seen.get(endpoint.storeId) ?? 0
      seen.set(endpoint.storeId, round + 1)
      return { endpoint, round }
    })
    .sort((one, other) => one.round - other.round)
    .map(({ endpoint }) => endpoint)
}
