import { recordAudit } from '@/lib/db/audit'
import { eventCatalogue, refreshEventCatalogue } from '@/lib/db/event-catalogue'
import {
  countEndpointsThatChose,
  createEventType as createRow,
  type EventTypeRowChanges,
  setBuiltInValidation,
  updateEventType as updateRow,
} from '@/lib/db/event-types'
import { AppError, type FieldError, validationError } from '@/lib/errors'
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
import { findSchemaFaults, findViolations } from './schema-validation'

/** How many event types of its own, archived ones aside, a deployment can have. */
const MOST_OWN_EVENT_TYPES = 200

export type { CatalogueType, EventCatalogue }

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

/** How many endpoints, of all stores, chose this type by its name. */
export function countChoosers(name: string): Promise<number> {
  return countEndpointsThatChose(name)
}

/**
 * Makes an event type for all stores of the deployment. Throws `validation_failed`, `event_type_exists`,
 * `event_type_limit_reached`.
 */
export async function createEventType(
  context: StoreContext,
  input: CreateEventTypeInput,
): Promise<CatalogueType> {
  const { name, description, validation = 'off' } = input
  if (getBuiltIn(name)) throw new AppError('event_type_exists')
  const faults = findSchemaFaults(input.schema).map((fault) => within('/schema', fault))
  if (faults.length > 0) throw validationError(faults)
  const sample = input.sample ?? sampleOfSchema(input.schema)
  if (input.sample) refuseWrongSample(input.schema, input.sample)
  await createRow(
    {
      ...{ name, validation, description: description.trim() },
      category: categoryLabel(input.category).label,
      schema: JSON.stringify(input.schema),
      sample: JSON.stringify(sample),
    },
    context.actor,
    MOST_OWN_EVENT_TYPES,
    (tx) => recordAudit(tx, context, { action: 'event_type.created', target: `event_type:${name}` }),
  )
  await refreshEventCatalogue()
  return getEventType(name)
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
  const { archived } = input
  const action = archived === undefined ? 'updated' : archived ? 'archived' : 'restored'
  const note = { action: `event_type.${action}`, target: `event_type:${name}`, changes: { fields } }
  if (before.isBuiltIn) {
    const { validation = before.validation } = input
    await setBuiltInValidation(name, validation, context.actor, (tx) => recordAudit(tx, context, note))
  } else {
    const changes = toChanges(before, input)
    const isThere = await updateRow(name, changes, context.actor, MOST_OWN_EVENT_TYPES, (tx) =>
      recordAudit(tx, context, note),
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

function toChanges(before: CatalogueType, input: UpdateEventTypeInput): EventTypeRowChanges {
  const { schema: given, sample, category, description, validation, archived } = input
  if (given !== undefined) {
    const faults = findSchemaFaults(given).map((fault) => within('/schema', fault))
    if (faults.length > 0) throw validationError(faults)
  }
  const kept = sample ?? sampleFor(before, given)
  if (kept) refuseWrongSample(given ?? before.jsonSchema(), kept)
  return {
    ...(category === undefined ? {} : { category: categoryLabel(category).label }),
    ...(description === undefined ? {} : { description: description.trim() }),
    ...(given === undefined ? {} : { schema: JSON.stringify(given) }),
    ...(kept === undefined ? {} : { sample: JSON.stringify(kept) }),
    ...(validation === undefined ? {} : { validation }),
    ...(archived === undefined ? {} : { archivedAt: archived ? new Date() : null }),
  }
}

/** The sample that goes with a new schema: one that was made from the old one is made again, another one is kept. */
function sampleFor(
  before: CatalogueType,
  schema: JsonSchema | undefined,
): Record<string, unknown> | undefined {
  if (schema === undefined) return undefined
  const isMade = JSON.stringify(before.sample) === JSON.stringify(sampleOfSchema(before.jsonSchema()))
  return isMade ? sampleOfSchema(schema) : { ...before.sample }
}

function refuseWrongSample(schema: JsonSchema, sample: Record<string, unknown>): void {
  const violations = findViolations(schema, sample).map((violation) => within('/sample', violation))
  if (violations.length > 0) throw validationError(violations)
}

function within(base: string, { pointer, ...fault }: FieldError): FieldError {
  return { ...fault, pointer: `${base}${pointer}` }
}
