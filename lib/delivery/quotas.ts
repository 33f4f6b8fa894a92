import type { Quota } from '@/lib/db/claim-due'
import type { DueEndpoint } from '@/lib/db/due-endpoints'
import type { Allowance } from './endpoint-limits'
import type { Load } from './fair-queue'
import type { PaceKind } from './paces'

/** A lease outlasts its endpoint's time limit by this: room for waiting a turn and for recording. */
export const LEASE_SLACK_MS = 15_000

type Decision = {
  quotas: Quota[]
  /** Endpoints with something due that have enough here for now, or that the process has no room for. */
  withMore: string[]
  /** Something due was left, since the process itself has enough. */
  isStarved: boolean
  /** In ms, when the first of the endpoints that are not due yet will be; null for none. */
  nextDueInMs: number | null
}

/** What an endpoint has and may have here, and how it answers. */
export type EndpointStanding = { load: Load; allowance: Allowance; pace: PaceKind }

/** How many more deliveries the process may take: in all, and of endpoints that are not known to answer soon. */
export type Room = { all: number; notQuick: number }

/**
 * How many of each due endpoint's deliveries to claim, decided before any row is locked: an endpoint gets what its
 * allowance leaves, in turns over stores while the process has room, so however much one has waiting, it costs the
 * others nothing. `turn` says with whom to begin, another one each time.
 */
export function decideQuotas(
  endpoints: readonly DueEndpoint[],
  standingOf: (endpointId: string) => EndpointStanding,
  room: Room,
  turn = 0,
  leaseSlackMs = LEASE_SLACK_MS,
): Decision {
  const left = { ...room }
  const decision: Decision = { quotas: [], withMore: [], isStarved: false, nextDueInMs: null }
  for (const endpoint of inTurns(endpoints, turn)) {
    const { endpointId, timeoutMs, dueInMs, stopped } = endpoint
    if (dueInMs > 0) {
      decision.nextDueInMs = Math.min(decision.nextDueInMs ?? dueInMs, dueInMs)
      continue
    }
    const { load, allowance, pace } = standingOf(endpointId)
    const scope = stopped === null ? allowance.scope : 'tests'
    const most = scope === 'all' ? allowance.most : allowance.mostAsked
    if (most === 0) continue
    const wanted = most - load.waiting - load.inFlight
    // Less than half a share is not worth a claim.
    if (wanted <= 0 || wanted < most / 2) {
      decision.withMore.push(endpointId)
      continue
    }
    // One of a new endpoint shows how it answers. Short of room for slow ones, the rest waits for one of its own to be
    // through, or for the next sweep.
    const isNew = pace === 'unknown' && load.waiting + load.inFlight === 0
    const fitting = pace === 'quick' ? wanted : Math.min(wanted, Math.max(0, left.notQuick, isNew ? 1 : 0))
    if (fitting < wanted) decision.withMore.push(endpointId)
    const count = Math.min(fitting, left.all)
    if (count < fitting) decision.isStarved = true
    if (count <= 0) {
      decision.withMore.push(endpointId)
      continue
    }
    left.all -= count
    if (pace !== 'quick') left.notQuick -= count
    decision.quotas.push({ endpointId, count, scope, leaseMs: timeoutMs + leaseSlackMs })
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
