import { HOUR_MS } from './calendar'
import type { PastAttempt } from './simulate-delivery'

/** Attempts that are recorded together, as of `at` (Unix ms). */
export type AttemptBatch = { at: number; attempts: PastAttempt[] }

const MOST = 500

/**
 * Past attempts in the order in which they ended, in batches of one hour, since statistics go by the hour of
 * recording. No batch holds two of one delivery; what waits for a retry today has one of its own, from whose exact
 * time the retry is due.
 */
export function attemptBatches(attempts: readonly PastAttempt[]): AttemptBatch[] {
  const sorted = attempts.toSorted((one, other) => one.endAt - other.endAt)
  const batches: AttemptBatch[] = []
  let batch: AttemptBatch | undefined
  let deliveries = new Set<string>()
  for (const attempt of sorted) {
    const { deliveryId } = attempt.result
    const fits =
      batch &&
      !attempt.isOpen &&
      hourOf(batch.at) === hourOf(attempt.endAt) &&
      batch.attempts.length < MOST &&
      !deliveries.has(deliveryId)
    if (!batch || !fits) {
      batch = { at: attempt.endAt, attempts: [] }
      deliveries = new Set()
      batches.push(batch)
    }
    batch.attempts.push(attempt)
    batch.at = attempt.endAt
    deliveries.add(deliveryId)
    if (attempt.isOpen) batch = undefined
  }
  return batches
}

function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS)
}
