import { cancelPending } from '@/lib/db/cancel-pending'
import type { Queryable } from '@/lib/db/client'
import { ingestEvents } from '@/lib/db/ingest-events'
import { recordAttempts } from '@/lib/db/record-attempts'
import { resendDelivery } from '@/lib/db/resend-delivery'
import { newId } from '@/lib/ids'
import { type AttemptBatch, attemptBatches } from './attempt-batches'
import { addPastNotices, ageEndpoint, disableInThePast, setFinishedAt, setWarned } from './backdate'
import { DAY_MS, MINUTE_MS } from './calendar'
import { pastNotices } from './past-notices'
import { type PlannedEvent, planEvents } from './planned-events'
import { type DemoDelivery, type StoredDemoEndpoint, simulateDelivery, type World } from './simulate-delivery'
import { planTests } from './test-sends'

/** How far the history goes back. */
export const HISTORY_DAYS = 30
const OLDER_BY_MS = 11 * DAY_MS
const INGEST_BATCH = 400
const ANSWERED_AFTER_MS = 250

/**
 * Records the made-up days of the demo store, through the statements that record real ones. `db` is one connection
 * with a transaction open; endpoints are enabled and have no deliveries yet.
 */
export async function recordHistory(
  db: Queryable,
  store: { id: string; shard: number; timeZone: string },
  made: readonly Omit<StoredDemoEndpoint, 'disabledAt'>[],
  world: World,
): Promise<void> {
  const { now, random } = world
  const from = now - HISTORY_DAYS * DAY_MS
  const events = planEvents(from, now - MINUTE_MS, random)
  const endpoints = made.map((endpoint) => ({ ...endpoint, disabledAt: disablingOf(endpoint, events) }))
  const deliveries = await ingestAll(db, store, endpoints, events)
  for (const { endpoint, event } of planTests(endpoints, now)) {
    deliveries.push(...(await ingest(db, store, endpoints, [event], endpoint.id)))
  }
  deliveries.sort((one, other) => one.event.at - other.event.at || (one.id < other.id ? -1 : 1))
  const batches = attemptBatches(deliveries.flatMap((delivery) => simulateDelivery(delivery, world)))
  for (const batch of batches) await record(db, store, batch, world.resender)
  await setFinishedAt(db, store, finishedOf(batches))
  await recordNotices(db, store, endpoints, batches, now)
  for (const endpoint of endpoints) {
    const { id, disabledAt, formerUrl } = endpoint
    const isDisabled = Number.isFinite(disabledAt)
    if (isDisabled) {
      await cancelPending(db, store.shard, id, 'endpoint_disabled', { at: new Date(disabledAt) })
    }
    const createdAt = from - OLDER_BY_MS
    await ageEndpoint(db, id, {
      createdAt,
      updatedAt: isDisabled ? disabledAt : (formerUrl?.until ?? createdAt),
      revision: 1 + (isDisabled ? 1 : 0) + (formerUrl ? 1 : 0),
    })
  }
}

/** A person disables it at the time given; a receiver that is gone does so with the first event it is sent. */
function disablingOf(
  endpoint: Omit<StoredDemoEndpoint, 'disabledAt'>,
  events: readonly PlannedEvent[],
): number {
  const { disabled, eventTypes } = endpoint
  if (!disabled) return Number.POSITIVE_INFINITY
  if (disabled.reason === 'manual') return disabled.from
  const last = events.find(({ at, type }) => at >= disabled.from && eventTypes.includes(type))
  return last ? last.at + ANSWERED_AFTER_MS : Number.POSITIVE_INFINITY
}

/** Stores the events in the order of their times, with the endpoints disabled between them when it was their time. */
async function ingestAll(
  db: Queryable,
  store: { id: string; shard: number },
  endpoints: readonly StoredDemoEndpoint[],
  events: readonly PlannedEvent[],
): Promise<DemoDelivery[]> {
  const deliveries: DemoDelivery[] = []
  const toDisable = endpoints.filter(({ disabledAt }) => Number.isFinite(disabledAt))
  let batch: PlannedEvent[] = []
  const flush = async () => {
    if (batch.length > 0) deliveries.push(...(await ingest(db, store, endpoints, batch)))
    batch = []
  }
  for (const event of events) {
    for (const endpoint of toDisable.filter(({ disabledAt }) => disabledAt <= event.at)) {
      await flush()
      const { id, disabledAt: at, disabled } = endpoint
      await disableInThePast(db, id, { at, reason: disabled?.reason ?? 'manual', pauseId: newId(at) })
      toDisable.splice(toDisable.indexOf(endpoint), 1)
    }
    batch.push(event)
    if (batch.length === INGEST_BATCH) await flush()
  }
  await flush()
  return deliveries
}

async function ingest(
  db: Queryable,
  store: { id: string; shard: number },
  endpoints: readonly StoredDemoEndpoint[],
  events: readonly PlannedEvent[],
  testEndpointId: string | null = null,
): Promise<DemoDelivery[]> {
  const rows = events.map(({ id, type, data, refs, at }) => ({
    id,
    storeId: store.id,
    type,
    data,
    refs,
    occurredAt: new Date(at),
    key: null,
    fingerprint: null,
  }))
  const at = new Date(events.at(-1)?.at ?? 0)
  const answer = await ingestEvents(db, store.shard, rows, undefined, { testEndpointId, at })
  const eventsById = new Map(events.map((event) => [event.id, event]))
  const endpointsById = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]))
  return answer.deliveries.flatMap(({ id, apiVersion, eventId, endpointId }) => {
    const event = eventsById.get(eventId)
    const endpoint = endpointsById.get(endpointId)
    return event && endpoint ? [{ id, apiVersion, event, endpoint, isTest: testEndpointId !== null }] : []
  })
}

async function record(
  db: Queryable,
  store: { id: string; shard: number },
  { at, attempts }: AttemptBatch,
  resender: string,
): Promise<void> {
  const results = attempts.map(({ result }) => result)
  for (const { deliveryId } of results.filter(({ revives }) => revives)) {
    await resendDelivery(db, store.shard, store.id, deliveryId, resender)
  }
  const { won } = await recordAttempts(db, store.shard, results, new Date(at))
  if (won.size !== results.length) throw new Error('The history of the demo store contradicts itself.')
}

async function recordNotices(
  db: Queryable,
  store: { id: string; shard: number },
  endpoints: readonly StoredDemoEndpoint[],
  batches: readonly AttemptBatch[],
  now: number,
): Promise<void> {
  const attempts = batches.flatMap((batch) => batch.attempts).filter(({ result }) => !result.isTest)
  const told = endpoints.map((endpoint) => ({
    id: endpoint.id,
    ...pastNotices(
      endpoint,
      attempts.filter(({ result }) => result.endpointId === endpoint.id),
    ),
  }))
  await addPastNotices(
    db,
    store.id,
    told.flatMap(({ notices }) => notices),
    now - DAY_MS,
  )
  for (const { id, health } of told.filter((each) => each.health.warnedPercent > 0)) {
    await setWarned(db, store.shard, id, health)
  }
}

/** When each delivery became final, resends aside. */
function finishedOf(batches: readonly AttemptBatch[]): { deliveryId: string; at: number }[] {
  return batches.flatMap(({ attempts }) =>
    attempts
      .filter(
        ({ result }) =>
          !result.revives && (result.next.kind === 'delivered' || result.next.kind === 'failed'),
      )
      .map(({ result, endAt }) => ({ deliveryId: result.deliveryId, at: endAt })),
  )
}
