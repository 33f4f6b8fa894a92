import type { Quota } from '@/lib/db/claim-due'
import type { DueEndpoint } from '@/lib/db/due-endpoints'
import type { FairQueue } from './fair-queue'

/** A lease outlasts its endpoint's time limit by this: room for waiting a turn and for recording. */
export const LEASE_SLACK_MS = 15_000

/** How many times its cap an endpoint may have in a process: the next ones are at hand when the first are through. */
export const DEPTH = 4

/**
 * How many of each due endpoint's deliveries to claim, decided before any row is locked: an endpoint gets what its cap
 * leaves, in turns over stores while the process has room, so however much one has waiting, it costs the others
 * nothing. Also, in ms, when the first of the endpoints that are not due yet will be; null for none.
 */
export function decideQuotas(
  endpoints: readonly DueEndpoint[],
  queue: Pick<FairQueue<unknown>, 'load' | 'size' | 'inFlight'>,
  capacity: number,
): { quotas: Quota[]; nextDueInMs: number | null } {
  let room = capacity - queue.size - queue.inFlight
  let nextDueInMs: number | null = null
  const quotas: Quota[] = []
  for (const endpoint of inTurns(endpoints)) {
    const { endpointId, concurrency, timeoutMs, dueInMs, stopped } = endpoint
    if (dueInMs > 0) {
      nextDueInMs = Math.min(nextDueInMs ?? dueInMs, dueInMs)
      continue
    }
    const { waiting, inFlight } = queue.load(endpointId)
    const most = concurrency * DEPTH
    const wanted = most - waiting - inFlight
    // Less than half a share is not worth a claim.
    if (wanted < most / 2) continue
    const count = Math.min(wanted, room)
    if (count <= 0) continue
    room -= count
    quotas.push({ endpointId, count, leaseMs: timeoutMs + LEASE_SLACK_MS, testsOnly: stopped !== null })
  }
  return { quotas, nextDueInMs }
}

/** One endpoint of each store, then a second of each, and so on. */
function inTurns(endpoints: readonly DueEndpoint[]): DueEndpoint[] {
  const seen = new Map<string, number>()
  return endpoints
    .map((endpoint) => {
      const turn = seen.get(endpoint.storeId) ?? 0
      seen.set(endpoint.storeId, turn + 1)
      return { endpoint, turn }
    })
    .sort((one, other) => one.turn - other.turn)
    .map(({ endpoint }) => endpoint)
}
