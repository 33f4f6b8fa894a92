import type { Delivery } from './use-delivery'

const SOON_MS = 2_000
const SELDOM_MS = 30_000

type Watched = Pick<Delivery['delivery'], 'status' | 'resendRequested' | 'inFlight' | 'nextAttemptAt'>

/** In how many ms a delivery is worth another look; false where it is final. Somebody may resend one that waits. */
export function nextLookMs(delivery: Watched, nowMs: number): number | false {
  const { status, resendRequested, inFlight, nextAttemptAt } = delivery
  if (resendRequested || inFlight || status === 'pending') return SOON_MS
  if (nextAttemptAt === null) return false
  return Math.min(SELDOM_MS, Math.max(SOON_MS, Date.parse(nextAttemptAt) - nowMs))
}
