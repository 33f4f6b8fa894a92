import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import type { NewEvent } from '@/lib/db/ingest-events'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { newId } from '@/lib/ids'
import type { Outcome } from '@/lib/webhooks/outcome'

/** An `order.created` of a store, ready to be ingested, unless told otherwise. */
export function testEvent(storeId: string, changes: Partial<NewEvent> = {}): NewEvent {
  const data = changes.data ?? '{"object":{"id":1}}'
  return {
    id: newId(),
    storeId,
    type: 'order.created',
    data,
    occurredAt: new Date(),
    key: null,
    fingerprint: changes.key ? Buffer.from(data) : null,
    refs: [],
    ...changes,
  }
}

/** As many events of a store. */
export function testEvents(storeId: string, count: number): NewEvent[] {
  return Array.from({ length: count }, () => testEvent(storeId))
}

export const success: Outcome = {
  ok: true,
  httpStatus: 200,
  error: null,
  errorDetail: null,
  durationMs: 12,
  retryAfterMs: null,
  response: { headers: { 'content-type': 'text/plain' }, body: 'ok', truncated: false },
}

export const failure: Outcome = {
  ...success,
  ok: false,
  httpStatus: 500,
  error: 'http_error',
  errorDetail: '500',
}

/** What an attempt of a claimed delivery came to. */
export function attemptResult(
  claim: ClaimedDelivery,
  outcome: Outcome,
  next: AttemptResult['next'],
): AttemptResult {
  return {
    ...claim,
    deliveryId: claim.id,
    timeZone: 'Europe/Berlin',
    startedAt: new Date(),
    url: 'http://127.0.0.1:9/',
    requestHeaders: { 'webhook-id': 'x' },
    outcome,
    next,
  }
}
