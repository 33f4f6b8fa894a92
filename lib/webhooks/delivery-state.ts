import type { Outcome } from './outcome'
import { nextRetryDelayMs } from './retry-policy'

/** The receiver says that the URL is gone for good: no retry, and the endpoint is disabled (Standard Webhooks 1.0). */
export const GONE = 410

/** What caused an attempt; of a delivery, what caused its latest. */
export const triggers = ['event', 'retry', 'resend', 'catch_up', 'test'] as const

export type Trigger = (typeof triggers)[number]

export const deliveryStatuses = ['pending', 'retrying', 'delivered', 'failed', 'cancelled'] as const

export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** What decides over a delivery after an attempt. `policyStep` is the number of scheduled retries already used. */
export type AttemptedDelivery = {
  trigger: Trigger
  policyStep: number
  /** When the schedule would have tried, where a resend came before it. */
  scheduledDueAt: Date | null
  /** A resend of a finished delivery: one attempt, then it is finished again; as part of a job, by its endpoint's policy. */
  revives: boolean
  /** The job that it is sent for, null for none. */
  resendId: string | null
}

/**
 * Where a delivery goes after an attempt. `retry` has either a delay from now or, where a resend came between, the
 * instant that the schedule had set, and `notBeforeMs` from now if the receiver asked for it.
 */
export type NextState =
  | { kind: 'delivered' }
  | { kind: 'failed' }
  | { kind: 'retry'; delayMs: number; policyStep: number }
  | { kind: 'wait'; dueAt: Date; notBeforeMs: number; policyStep: number }

/**
 * The state machine of a delivery, the only place that decides it. Delays are in milliseconds, `spread` in [0, 1) is
 * the jitter. A resend of a pending delivery uses no retry up: its schedule comes back. A failure that would be the same
 * each time ends the delivery at once.
 */
export function nextState(
  delivery: AttemptedDelivery,
  outcome: Pick<Outcome, 'ok' | 'httpStatus' | 'retryAfterMs' | 'isPermanent'>,
  delaysMs: readonly number[],
  spread: number,
): NextState {
  if (outcome.ok) return { kind: 'delivered' }
  const isOnlyAttempt = delivery.trigger === 'test' || (delivery.revives && delivery.resendId === null)
  if (isOnlyAttempt || outcome.httpStatus === GONE || outcome.isPermanent) return { kind: 'failed' }
  if (delivery.trigger === 'resend' && delivery.scheduledDueAt !== null) {
    const { scheduledDueAt: dueAt, policyStep } = delivery
    return { kind: 'wait', dueAt, notBeforeMs: outcome.retryAfterMs ?? 0, policyStep }
  }
  const delayMs = nextRetryDelayMs(delaysMs, delivery.policyStep, spread, outcome.retryAfterMs)
  if (delayMs === null) return { kind: 'failed' }
  return { kind: 'retry', delayMs, policyStep: delivery.policyStep + 1 }
}
