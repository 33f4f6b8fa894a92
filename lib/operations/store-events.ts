import { createHash } from 'node:crypto'
import { monotonicMs } from '@/lib/clock'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { countDeliveriesByEvent } from '@/lib/db/deliveries'
import { eventCatalogue } from '@/lib/db/event-catalogue'
import { getEvents } from '@/lib/db/events'
import { type IngestedDelivery, ingestEvents, type NewEvent } from '@/lib/db/ingest-events'
import { processSender } from '@/lib/delivery/process-sender'
import { notifyDue } from '@/lib/delivery/wake-ups'
import { AppError, type FieldError, validationError } from '@/lib/errors'
import { idTime, newId } from '@/lib/ids'
import type { EventInput } from '@/lib/schemas/event'
import { findDataProblem, findObjectRefs } from '@/lib/webhooks/event-data'
import { countAccepted } from './accepted-events'
import type { StoreContext } from './context'
import { IngestGroups } from './ingest-groups'
import { findViolations } from './schema-validation'
import { findTypeFault } from './type-fault'

/** The largest event, in bytes of its normalised data. */
export const MAX_EVENT_BYTES = 256 * 1024

// The database works on one group while this process writes the answers of the other.
const STATEMENTS_AT_ONCE = 2

/** What became of an event: its id, time and warnings (those of the one stored before, under the same key), and its deliveries. */
export type StoredEvent = {
  id: string
  occurredAt: Date
  warnings: readonly string[]
  deliveriesCount: number
  deliveryIds: string[]
}

/**
 * Checks one event, also against its type's schema where the type asks for it, and normalises its data; throws
 * `validation_failed` with pointers under `base`. What does not match the schema of a test event is never more than a
 * warning.
 */
export function prepareEvent(
  context: StoreContext,
  input: EventInput,
  base: string,
  isTest = false,
): NewEvent {
  const problems = findProblems(input, base)
  if (problems.length > 0) throw validationError(problems)
  const data = JSON.stringify(input.data)
  // Before its schema is looked at: that takes the longer the more there is.
  if (Buffer.byteLength(data) > MAX_EVENT_BYTES) {
    throw new AppError('body_too_large', 'An event’s data can have 256 KiB at most.')
  }
  const mode = eventCatalogue().get(input.type)?.validation ?? 'off'
  const violations = mode === 'off' ? [] : findTypeViolations(input)
  if (mode === 'refuse' && violations.length > 0 && !isTest) {
    throw validationError(
      violations.map(({ pointer, ...rest }) => ({ ...rest, pointer: `${base}${pointer}` })),
    )
  }
  const { type, created, idempotency_key: key = null } = input
  const id = newId()
  return {
    id,
    storeId: context.storeId,
    type,
    data,
    // Fixed here, since the payload holds it: the same on the first attempt, from memory, as on a later one.
    occurredAt: created === undefined ? idTime(id) : new Date(created * 1000),
    key,
    fingerprint: key === null ? null : fingerprintOf(type, created, data),
    refs: findObjectRefs(type, input.data.object),
    warnings: violations.map(({ pointer, detail }) => `${pointer}: ${detail}`),
  }
}

/** Everything wrong with an event that its schema cannot see. */
function findProblems(input: EventInput, base: string): FieldError[] {
  const problems: FieldError[] = []
  const fault = findTypeFault(input.type)
  if (fault) problems.push({ ...fault, pointer: `${base}/type` })
  const problem = findDataProblem(input.data)
  if (problem)
    problems.push({ pointer: `${base}/data${problem.path}`, code: problem.code, detail: problem.detail })
  return problems
}

function findTypeViolations({ type, data }: EventInput): FieldError[] {
  const schema = eventCatalogue().get(type)?.jsonSchema()
  if (!schema) return []
  return findViolations(schema, data.object).map(({ pointer, ...rest }) => ({
    ...rest,
    pointer: `/data/object${pointer}`,
  }))
}

function fingerprintOf(type: string, created: number | undefined, data: string): Buffer {
  return createHash('sha256')
    .update(`${type}\n${created ?? ''}\n${data}`)
    .digest()
}

type StoreOptions = { testEndpointId?: string | null; keyPointer?: (index: number) => string }

/**
 * Stores events with their deliveries, all or nothing, and lets them be sent at once: by this process while it has
 * room, else by whoever wakes up first. It returns once they are durable. With `testEndpointId` they are test events
 * for that endpoint alone. Throws `idempotency_conflict` where a key is known with other content: `keyPointer` says where
 * the key of the event at an index was.
 */
export async function storeEvents(
  context: StoreContext,
  events: readonly NewEvent[],
  { testEndpointId = null, keyPointer = () => 'idempotency-key' }: StoreOptions = {},
): Promise<StoredEvent[]> {
  const { byEvent, duplicates, conflicts } =
    testEndpointId === null
      ? await groups.store(context.shard, events)
      : await ingest(context.shard, events, testEndpointId)
  if (conflicts.length > 0) {
    const pointers = events.flatMap(({ id }, index) => (conflicts.includes(id) ? [keyPointer(index)] : []))
    throw new AppError('idempotency_conflict', undefined, conflictFields(pointers))
  }
  if (testEndpointId === null) countAccepted(events.length - duplicates.size)
  const stored = events.flatMap(({ id }) => duplicates.get(id) ?? [])
  const repeated = await getRepeated(context, stored)
  return events.map(({ id, occurredAt, warnings = [] }) => {
    const deliveryIds = (byEvent.get(id) ?? []).map((delivery) => delivery.id)
    const made = { id, occurredAt, warnings, deliveriesCount: deliveryIds.length, deliveryIds }
    return repeated.get(duplicates.get(id) ?? '') ?? made
  })
}

/** What became of the events of one statement, which may be those of several requests. */
type Ingested = {
  byEvent: ReadonlyMap<string, readonly IngestedDelivery[]>
  duplicates: ReadonlyMap<string, string>
  conflicts: readonly string[]
}

const groups = new IngestGroups<Ingested>((shard, events) => ingest(shard, events, null), {
  statementsAtOnce: STATEMENTS_AT_ONCE,
})

/** One statement; what it makes leased to this process is sent, of the rest the others are told. */
async function ingest(
  shard: number,
  events: readonly NewEvent[],
  testEndpointId: string | null,
): Promise<Ingested> {
  const sender = processSender()
  const leasedAtMs = monotonicMs()
  const answer = await ingestEvents(hotPool(), shard, events, sender.offer(), { testEndpointId })
  const byEvent = new Map<string, IngestedDelivery[]>()
  for (const delivery of answer.deliveries) {
    const known = byEvent.get(delivery.eventId)
    if (known) known.push(delivery)
    else byEvent.set(delivery.eventId, [delivery])
  }
  const leased: ClaimedDelivery[] = []
  for (const event of events) {
    for (const delivery of byEvent.get(event.id) ?? []) {
      if (delivery.leased) leased.push(toClaim(shard, event, delivery, testEndpointId !== null))
    }
  }
  if (leased.length > 0) sender.accept(leased, leasedAtMs)
  if (leased.length < answer.deliveries.length) {
    if (sender.isRunning) sender.wake(shard)
    notifyDue(shard)
  }
  return { byEvent, duplicates: answer.duplicates, conflicts: answer.conflicts }
}

async function getRepeated(context: StoreContext, ids: readonly string[]): Promise<Map<string, StoredEvent>> {
  if (ids.length === 0) return new Map()
  const rows = await getEvents(hotPool(), context, ids)
  const counts = await countDeliveriesByEvent(hotPool(), context, ids)
  return new Map(
    [...rows.values()].map(({ id, occurredAt, warnings }) => [
      id,
      { id, occurredAt, warnings, deliveriesCount: counts.get(id) ?? 0, deliveryIds: [] },
    ]),
  )
}

/** One for each place: all events of a batch may share the key of its header. */
function conflictFields(pointers: readonly string[]): FieldError[] {
  const [code, detail] = ['idempotency_conflict', 'This key was used with other content.']
  return [...new Set(pointers)].map((pointer) => ({ pointer, code, detail }))
}

function toClaim(
  shard: number,
  event: NewEvent,
  delivery: IngestedDelivery,
  isTest: boolean,
): ClaimedDelivery {
  return {
    shard,
    id: delivery.id,
    storeId: event.storeId,
    endpointId: delivery.endpointId,
    endpointRevision: delivery.endpointRevision,
    concurrency: delivery.concurrency,
    rateLimit: delivery.rateLimit,
    eventId: event.id,
    eventType: event.type,
    apiVersion: delivery.apiVersion,
    data: event.data,
    occurredAt: event.occurredAt,
    claims: 1,
    leaseMs: delivery.leaseMs,
    number: 1,
    policyStep: 0,
    trigger: isTest ? 'test' : 'event',
    actor: null,
    resendId: null,
    scheduledDueAt: null,
    revives: false,
    isAsked: isTest,
    isTest,
  }
}
