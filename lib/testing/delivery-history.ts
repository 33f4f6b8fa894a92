import { claimDue } from '@/lib/db/claim-due'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { ingestEvents } from '@/lib/db/ingest-events'
import { type AttemptResult, recordAttempts } from '@/lib/db/record-attempts'
import { newId } from '@/lib/ids'
import { findObjectRefs } from '@/lib/webhooks/event-data'
import type { ErrorKind, Outcome } from '@/lib/webhooks/outcome'

type TestStore = { id: string; shard: number; timeZone: string }

/** Stores an event of the past with its deliveries, unleased, for a test. */
export async function makeEvent(
  store: TestStore,
  {
    at,
    type = 'order.created',
    object = {},
    testEndpointId = null,
  }: { at: Date; type?: string; object?: object; testEndpointId?: string | null },
): Promise<{ id: string; deliveries: { id: string; endpointId: string }[] }> {
  const id = newId(at.getTime())
  const event = {
    id,
    storeId: store.id,
    type,
    data: JSON.stringify({ object }),
    occurredAt: at,
    key: null,
    fingerprint: null,
    refs: findObjectRefs(type, object),
  }
  const { deliveries } = await ingestEvents(hotPool(), store.shard, [event], undefined, {
    testEndpointId,
    at,
  })
  return { id, deliveries }
}

/** Claims whatever is due of these endpoints, for a test. */
export function claimAll(store: TestStore, endpointIds: readonly string[]): Promise<ClaimedDelivery[]> {
  return claimDue(
    hotPool(),
    store.shard,
    endpointIds.map((endpointId) => ({ endpointId, count: 1_000, scope: 'all', leaseMs: 60_000 })),
  )
}

/** An outcome for a test: a success unless it has an error. */
export function outcomeOf(
  httpStatus: number | null,
  error: ErrorKind | null = null,
  durationMs = 12,
): Outcome {
  return {
    ok: error === null,
    httpStatus,
    error,
    errorDetail: error && 'It did not work.',
    durationMs,
    retryAfterMs: null,
    response:
      httpStatus === null
        ? null
        : { headers: { 'content-type': 'text/plain' }, body: 'ok', truncated: false },
  }
}

/** Records what came of one claim at an instant of the past, for a test. */
export async function recordOutcome(
  store: TestStore,
  claim: ClaimedDelivery,
  outcome: Outcome,
  next: AttemptResult['next'],
  at: Date,
  url: string | null = 'http://127.0.0.1:9/',
): Promise<void> {
  const { id: deliveryId, ...rest } = claim
  const { won } = await recordAttempts(
    hotPool(),
    store.shard,
    [
      {
        ...rest,
        deliveryId,
        timeZone: store.timeZone,
        startedAt: at,
        url,
        requestHeaders: url === null ? null : { 'webhook-id': 'x' },
        outcome,
        next,
      },
    ],
    at,
  )
  if (!won.has(deliveryId)) throw new Error('The result was not recorded: its lease was lost.')
}
