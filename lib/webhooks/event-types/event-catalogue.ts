import { eventCategories } from './catalogue'
import type { BuiltInEventType, EventCategory, EventCategoryLabel, EventType } from './define-event-type'
import { withMoreTypes } from './group-event-types'
import { eventTypeJsonSchema, type JsonSchema } from './json-schema'

/** What is done about an event whose data does not match its type's schema. */
export const validationModes = ['off', 'warn', 'refuse'] as const

export type ValidationMode = (typeof validationModes)[number]

/** An event type as this deployment has it. */
export type CatalogueType = EventType & {
  /** Whether it is of the code, and not one of the deployment's own. */
  isBuiltIn: boolean
  validation: ValidationMode
  /** Archived types are listed nowhere; events of them are refused, and no endpoint can newly choose them. */
  isArchived: boolean
  /** Of `data.object`; the same object each time, which nobody changes. */
  jsonSchema(): JsonSchema
}

/** An event type of a deployment's own, as it was saved. */
export type CustomEventType = {
  name: string
  category: string
  description: string
  schema: JsonSchema
  sample: Readonly<Record<string, unknown>>
  validation: ValidationMode
  isArchived: boolean
}

/** All event types of a deployment: those of the code and its own. */
export type EventCatalogue = {
  /** With the types that are not archived: the code's categories first, then others by their label. */
  categories: readonly EventCategory<CatalogueType>[]
  /** Those that are not archived, in the order of the categories. */
  types: readonly CatalogueType[]
  archived: readonly CatalogueType[]
  /** The type of this exact name, also an archived one. */
  get(name: string): CatalogueType | undefined
  /** Whether events of this type are taken and endpoints can choose it. */
  has(name: string): boolean
}

/**
 * The code's catalogue with a deployment's own types in it: in a category of the code where they name one, in any case.
 * A type of the code stands before an own one of its name, which an older version could have.
 */
export function mergeCatalogue(
  own: readonly CustomEventType[],
  validation: ReadonlyMap<string, ValidationMode>,
): EventCatalogue {
  const builtIn = eventCategories.map((category) => ({
    ...category,
    types: category.types.map((type) => fromCode(type, validation.get(type.name) ?? 'off')),
  }))
  const byName = new Map(builtIn.flatMap(({ types }) => types.map((type) => [type.name, type])))
  const saved = own
    .filter(({ name }) => !byName.has(name))
    .toSorted((one, other) => compare(one.category, other.category) || compare(one.name, other.name))
    .map(fromSaved)
  for (const type of saved) byName.set(type.name, type)
  const categories = withMoreTypes(
    builtIn,
    saved.filter(({ isArchived }) => !isArchived),
  )
  return {
    categories,
    types: categories.flatMap(({ types }) => types),
    archived: saved.filter(({ isArchived }) => isArchived),
    get: (name) => byName.get(name),
    has: (name) => byName.get(name)?.isArchived === false,
  }
}

/** The catalogue of a deployment that has changed nothing. */
export const builtInCatalogue: EventCatalogue = mergeCatalogue([], new Map())

/** A category by its label: the code's, in any case, or one of the deployment's own. */
export function categoryLabel(text: string): EventCategoryLabel {
  const label = text.trim()
  const key = label.toLowerCase()
  const known = eventCategories.find((category) => category.label.toLowerCase() === key)
  if (known) return { id: known.id, label: known.label }
  return { id: `own-${key.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`, label }
}

function fromCode(type: BuiltInEventType, validation: ValidationMode): CatalogueType {
  const { name, category, description, sample } = type
  const jsonSchema = () => eventTypeJsonSchema(type)
  return { name, category, description, sample, isBuiltIn: true, validation, isArchived: false, jsonSchema }
}

function fromSaved(saved: CustomEventType): CatalogueType {
  const { name, description, sample, validation, isArchived, schema } = saved
  const category = categoryLabel(saved.category)
  const jsonSchema = () => schema
  return { name, category, description, sample, isBuiltIn: false, validation, isArchived, jsonSchema }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
