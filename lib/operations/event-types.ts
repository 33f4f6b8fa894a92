import { now } from '@/lib/clock'
import { recordAudit } from '@/lib/db/audit'
import { eventCatalogue, refreshEventCatalogue } from '@/lib/db/event-catalogue'
import {
  countChoosers,
  createEventType as createRow,
  type EventTypeRowChanges,
  type SavedEventType,
  setBuiltInValidation,
  updateEventType as updateRow,
} from '@/lib/db/event-types'
import { claimKeyIn } from '@/lib/db/idempotency-keys'
import { AppError, type FieldError, validationError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { CreateEventTypeInput, UpdateEventTypeInput } from '@/lib/schemas/event-type'
import { getEventType as getBuiltIn } from '@/lib/webhooks/event-types/catalogue'
import {
  type CatalogueType,
  categoryLabel,
  type EventCatalogue,
} from '@/lib/webhooks/event-types/event-catalogue'
import type { JsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { sampleOfSchema } from '@/lib/webhooks/event-types/sample-of-schema'
import type { StoreContext } from './context'
import { once, type RequestKey, requestKey } from './once'
import { findSchemaFaults, findViolations } from './schema-validation'

/** How many event types of its own, archived ones aside, a deployment can have. */
const MOST_OWN_EVENT_TYPES = 200

export type { CatalogueType, EventCatalogue }
export { countChoosers }

/** All event types of the deployment, as they were when the request was authenticated or later. */
export function getEventCatalogue(): EventCatalogue {
  return eventCatalogue()
}

/** The type of this name, also an archived one. Throws `not_found`. */
export function getEventType(name: string): CatalogueType {
  const type = eventCatalogue().get(name)
  if (!type) throw new AppError('not_found')
  return type
}

/**
 * Makes an event type for all stores of the deployment, for a `key` once within 24 hours. Throws `validation_failed`,
 * `event_type_exists`, `event_type_limit_reached`, `idempotency_conflict`.
 */
export async function createEventType(
  context: StoreContext,
  input: CreateEventTypeInput,
  key: string | null = null,
): Promise<CatalogueType> {
  const claim = requestKey(key, 'event_type.create', input)
  await once(context, claim, {
    work: () => makeEventType(context, input, claim),
    replay: async () => {},
  })
  await refreshEventCatalogue()
  return getEventType(input.name)
}

async function makeEventType(
  context: StoreContext,
  input: CreateEventTypeInput,
  claim: RequestKey | null,
): Promise<void> {
  const { name, description, validation = 'off' } = input
  if (getBuiltIn(name)) throw new AppError('event_type_exists')
  refuseWrongSchema(input.schema)
  const sample = input.sample ?? sampleOfSchema(input.schema)
  refuseWrongSample(input.schema, sample)
  await createRow(
    {
      ...{ name, validation, description: description.trim() },
      category: categoryLabel(input.category).label,
      schema: JSON.stringify(input.schema),
      sample: JSON.stringify(sample),
    },
    context.actor,
    MOST_OWN_EVENT_TYPES,
    async (tx) => {
      // The name is in what was asked: no id is needed to find it again.
      if (claim) await claimKeyIn(tx, context, claim, newId())
      await recordAudit(tx, context, { action: 'event_type.created', target: `event_type:${name}` })
    },
  )
}

/**
 * Changes an event type: of one of the code, how strictly its events are checked; of an own one, anything but its name.
 * Throws `not_found`, `validation_failed`, `event_type_limit_reached`.
 */
export async function updateEventType(
  context: StoreContext,
  name: string,
  input: UpdateEventTypeInput,
): Promise<CatalogueType> {
  const before = getEventType(name)
  if (before.isBuiltIn) refuseOtherThanValidation(input)
  const fields = Object.keys(input)
  if (fields.length === 0) return before
  const note = { target: `event_type:${name}`, changes: { fields } }
  if (before.isBuiltIn) {
    const { validation = before.validation } = input
    await setBuiltInValidation(name, validation, context.actor, (tx) =>
      recordAudit(tx, context, { action: 'event_type.updated', ...note }),
    )
  } else {
    if (input.schema !== undefined) refuseWrongSchema(input.schema)
    const isThere = await updateRow(
      name,
      (row) => toChanges(row, input),
      context.actor,
      MOST_OWN_EVENT_TYPES,
      (tx, changes) => recordAudit(tx, context, { action: `event_type.${actionOf(changes)}`, ...note }),
    )
    if (!isThere) throw new AppError('not_found')
  }
  await refreshEventCatalogue()
  return getEventType(name)
}

/** Archives an event type of the deployment's own. Throws `not_found`; `validation_failed` for one of the code. */
export async function archiveEventType(context: StoreContext, name: string): Promise<void> {
  const type = getEventType(name)
  if (type.isBuiltIn) {
    const detail = 'This event type comes with Shopbell and cannot be archived.'
    throw validationError([{ pointer: '/name', code: 'built_in', detail }])
  }
  if (!type.isArchived) await updateEventType(context, name, { archived: true })
}

function refuseOtherThanValidation(input: UpdateEventTypeInput): void {
  const others = Object.keys(input).filter((field) => field !== 'validation')
  const detail = 'This event type comes with Shopbell: only its “validation” can be changed.'
  if (others.length > 0) {
    throw validationError(others.map((field) => ({ pointer: `/${field}`, code: 'not_changeable', detail })))
  }
}

function actionOf({ archivedAt }: EventTypeRowChanges): 'updated' | 'archived' | 'restored' {
  if (archivedAt === undefined) return 'updated'
  return archivedAt === null ? 'restored' : 'archived'
}

function toChanges(before: SavedEventType, input: UpdateEventTypeInput): EventTypeRowChanges {
  const { schema, sample, category, description, validation, archived } = input
  const isArchived = before.archivedAt !== null
  const sampleNow = sample ?? (schema && sampleFor(before, schema))
  if (sampleNow) refuseWrongSample(schema ?? JSON.parse(before.schema), sampleNow)
  return {
    ...(category === undefined ? {} : { category: categoryLabel(category).label }),
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(schema === undefined ? {} : { schema: JSON.stringify(schema) }),
    ...(sampleNow === undefined ? {} : { sample: JSON.stringify(sampleNow) }),
    ...(validation === undefined ? {} : { validation }),
    ...(archived === undefined || archived === isArchived ? {} : { archivedAt: archived ? now() : null }),
  }
}

/** The sample that goes with a new schema: one that was made from the old one is made again, another one is kept. */
function sampleFor(before: SavedEventType, schema: JsonSchema): Record<string, unknown> {
  const sample: Record<string, unknown> = JSON.parse(before.sample)
  return isMade(sample, JSON.parse(before.schema)) ? sampleOfSchema(schema) : sample
}

function isMade(sample: Record<string, unknown>, schema: JsonSchema): boolean {
  return JSON.stringify(sample) === JSON.stringify(sampleOfSchema(schema))
}

function refuseWrongSchema(schema: JsonSchema): void {
  const faults = findSchemaFaults(schema).map((fault) => within('/schema', fault))
  if (faults.length > 0) throw validationError(faults)
}

/** One that is made from the schema need not match: it is a beginning, and does not know what expressions ask for. */
function refuseWrongSample(schema: JsonSchema, sample: Record<string, unknown>): void {
  if (isMade(sample, schema)) return
  const violations = findViolations(schema, sample).map((violation) => within('/sample', violation))
  if (violations.length > 0) throw validationError(violations)
}

function within(base: string, { pointer, ...fault }: FieldError): FieldError {
  return { ...fault, pointer: `${base}${pointer}` }
}
