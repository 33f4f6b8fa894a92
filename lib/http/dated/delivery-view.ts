import { toPublicId } from '@/lib/ids'
import type { Attempt, DeliveryRow } from '@/lib/operations/deliveries'
import type { AttemptView, DeliveryView } from './delivery-schema'
import { toSeconds, toSecondsOrNull } from './instant'

/** A delivery as the dated API shows it. */
export function deliveryView(delivery: DeliveryRow): DeliveryView {
  return {
    id: toPublicId('dlv', delivery.id),
    event_id: toPublicId('evt', delivery.eventId),
    event_type: delivery.eventType,
    endpoint_id: toPublicId('we', delivery.endpointId),
    status: delivery.status,
    trigger: delivery.trigger,
    attempts_count: delivery.attemptsCount,
    next_attempt_at: toSecondsOrNull(delivery.nextAttemptAt),
    last_attempt_at: toSecondsOrNull(delivery.lastAttemptAt),
    http_status: delivery.httpStatus,
    duration_ms: delivery.durationMs,
    error: delivery.error,
    created_at: toSeconds(delivery.createdAt),
    test: delivery.isTest,
    recovered_at: toSecondsOrNull(delivery.recoveredAt),
  }
}

/** An attempt as the dated API shows it: times to the millisecond, since they explain an order. */
export function attemptView(deliveryId: string, attempt: Attempt): AttemptView {
  return {
    id: `${toPublicId('dlv', deliveryId)}-${attempt.number}`,
    number: attempt.number,
    trigger: attempt.trigger,
    started_at: attempt.startedAt.toISOString(),
    duration_ms: attempt.durationMs,
    outcome: attempt.error === null ? 'succeeded' : 'failed',
    http_status: attempt.httpStatus,
    error: attempt.error,
    error_detail: attempt.errorDetail,
    superseded: attempt.superseded,
    request: attempt.request,
    response: attempt.response,
  }
}
