import { createHash } from 'node:crypto'
import { pool } from '@/lib/db/client'
import { countDeliveriesByEvent, listEventDeliveries } from '@/lib/db/deliveries'
import type { DeliveryRow } from '@/lib/db/delivery-row'
import { type EventRow, getEvent as findEvent, listEvents as findEvents } from '@/lib/db/events'
import { firstIdAt, lastIdAt } from '@/lib/db/id-range'
import type { NewEvent } from '@/lib/db/ingest-events'
import { AppError, type FieldError, validationError } from '@/lib/errors'
import { idTime } from '@/lib/ids'
import type { EventInput } from '@/lib/schemas/event'
import { MOST_FAULTS } from '@/lib/schemas/field-errors'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import type { StoreContext } from './context'
import { prepareEvent, storeEvents } from './store-events'

/** An event as its sender sees it. */
export type StoreEvent = {
  id: string
  type: string
  occurredAt: Date
  createdAt: Date
  apiVersion: string
  data: unknown
  deliveriesCount: number
  /** What of it does not match its type's schema, a sentence each. */
  warnings: readonly string[]
}

type AcceptOptions = { batchKey?: string | null; keyPointer?: (index: number) => string }

/**
 * Accepts events of a store: when this resolves, they and their deliveries are durable. A batch is stored whole or not
 * at all; `validation_failed` names each bad event by its pointer under `base`. An event whose idempotency key was
 * used for the same content within 24 h answers the first one's values; so do all events of a batch with a `batchKey`,
 * whose own keys it replaces. Throws `idempotency_conflict`, with `keyPointer` for where an event's key was.
 */
export async function acceptEvents(
  context: StoreContext,
  inputs: readonly EventInput[],
  base: (index: number) => string,
  { batchKey = null, keyPointer = (index) => `${base(index)}/idempotency_key` }: AcceptOptions = {},
): Promise<StoreEvent[]> {
  const { events, problems } = prepareEvents(context, inputs, base)
  if (problems.length > 0) throw validationError(problems.slice(0, MOST_FAULTS))

  const stored =
    batchKey === null
      ? await storeEvents(context, events, { keyPointer })
      : await storeEvents(context, withBatchKey(events, inputs, batchKey))
  return stored.map(({ id, occurredAt, warnings, deliveriesCount }, index) => {
    const input = inputs[index]
    return {
      id,
      type: input?.type ?? '',
      occurredAt,
      createdAt: idTime(id),
      apiVersion: defaultApiVersion,
      data: input?.data,
      deliveriesCount,
      warnings,
    }
  })
}

/**
 * What else is wrong with a batch of which some events were refused already, which are null here: so each bad one is
 * named at once. The faults' pointers are under `base`.
 */
export function findMoreProblems(
  context: StoreContext,
  inputs: readonly (EventInput | null)[],
  base: (index: number) => string,
): FieldError[] {
  return prepareEvents(context, inputs, base).problems
}

function prepareEvents(
  context: StoreContext,
  inputs: readonly (EventInput | null)[],
  base: (index: number) => string,
): { events: NewEvent[]; problems: FieldError[] } {
  const problems: FieldError[] = []
  const events = inputs.flatMap((input, index) => {
    if (!input) return []
    try {
      return [prepareEvent(context, input, base(index))]
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'validation_failed') throw error
      problems.push(...error.fields)
      return []
    }
  })
  return { events, problems }
}

/** Each event has a key of the batch's, and the fingerprint of all: so another batch conflicts, a longer or shorter one too. */
function withBatchKey(
  events: readonly NewEvent[],
  inputs: readonly EventInput[],
  batchKey: string,
): NewEvent[] {
  const fingerprint = createHash('sha256').update(JSON.stringify(inputs)).digest()
  // No key that a client sends has U+0001.
  return events.map((event, index) => ({ ...event, key: `\u0001batch ${index} ${batchKey}`, fingerprint }))
}

/** An event of the store with its deliveries, newest first. Throws `not_found`, also where it is no longer kept. */
export async function getEvent(
  context: StoreContext,
  id: string,
): Promise<{ event: StoreEvent; deliveries: DeliveryRow[] }> {
  const found = await findEvent(pool(), context, id)
  if (!found) throw new AppError('not_found')
  const deliveries = await listEventDeliveries(pool(), context, id)
  return { event: storeEvent(found, deliveries.length), deliveries }
}

/** Which events of a store: `since` included, `until` left out, after the event `after` in the given order. */
export type EventListQuery = {
  since?: Date | undefined
  until?: Date | undefined
  order: 'asc' | 'desc'
  limit: number
  after?: string | undefined
}

/**
 * A store's events by the time they came in, without those of test sends. `nextCursor` is the next `after`, null on the
 * last page. What is being stored while this reads can come in with a time a little before that of the newest.
 */
export async function listEvents(
  context: StoreContext,
  { since, until, order, limit, after }: EventListQuery,
): Promise<{ events: StoreEvent[]; nextCursor: string | null }> {
  const first = firstIdAt(since?.getTime() ?? 0)
  const last = until ? lastIdAt(until.getTime() - 1) : lastIdAt(Number.MAX_SAFE_INTEGER)
  const isOlder = order === 'desc'
  const [start, end] = isOlder ? [last, first] : [first, last]
  const isPast = after !== undefined && (isOlder ? after < start : after > start)
  const page = {
    direction: isOlder ? ('older' as const) : ('newer' as const),
    from: isPast ? after : start,
    to: end,
  }
  // One more tells whether there is a next page.
  const found = await findEvents(pool(), context, { ...page, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const counts = await countDeliveriesByEvent(
    pool(),
    context,
    rows.map((row) => row.id),
  )
  return {
    events: rows.map((row) => storeEvent(row, counts.get(row.id) ?? 0)),
    nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
  }
}

function storeEvent(
  { id, type, occurredAt, createdAt, data, warnings }: EventRow,
  deliveriesCount: number,
): StoreEvent {
  return {
    id,
    type,
    occurredAt,
    createdAt,
    apiVersion: defaultApiVersion,
    data: JSON.parse(data),
    deliveriesCount,
    warnings,
  }
}
