import type { z } from 'zod'

/** One thing that can happen in a store. `sample` stands for `data.object` of the payload. */
export type EventType = {
  readonly name: string
  readonly category: EventCategoryLabel
  readonly description: string
  readonly sample: Readonly<Record<string, unknown>>
}

/** A type of the code, not one of a deployment's own. `sample` parses against `schema`. */
export type BuiltInEventType = EventType & { readonly object: string; readonly schema: z.ZodObject }

/** What the picker groups by: `id` is stable and fit for a URL, `label` is what a person reads. */
export type EventCategoryLabel = { readonly id: string; readonly label: string }

/** A group of the picker with its types, in the order they are shown. */
export type EventCategory<Type extends EventType = EventType> = EventCategoryLabel & {
  readonly types: readonly Type[]
}

/** An object's types before `defineCategory` gives them their category. */
export type ObjectEventTypes = ReadonlyArray<Omit<BuiltInEventType, 'category'>>

/**
 * The event types of one object, all with its schema.
 *
 * To add a type to an object, add one entry to `types` in the object's file. The key is what happened
 * (`paid` of object `order` makes `order.paid`), the value a sentence that tells an operator when it happens:
 *
 *     paid: 'A payment settled the order in full.',
 *
 * or, where the sample has to show the state that the type is about, the sentence and the fields that differ from
 * the object's sample (replaced whole, not merged deeply):
 *
 *     paid: { description: 'A payment settled the order in full.', sample: { status: 'paid', paid_at: '…' } },
 *
 * A new object is one more `defineObject` in its category's file, a new category one file and its line in
 * `catalogue.ts`. Everything else (picker, validation, test send, catalogue page, OpenAPI) derives from the entry.
 *
 * Write the schema with `z.looseObject`, for stores add fields of their own; give each field a sentence by
 * `.describe()` and mark what identifies a person with `personal()`. Only what a receiver cannot do without is
 * required.
 */
export function defineObject<Schema extends z.ZodObject>(object: {
  name: string
  schema: Schema
  sample: z.input<Schema> & Record<string, unknown>
  types: Record<string, string | { description: string; sample: Partial<z.input<Schema>> }>
}): ObjectEventTypes {
  return Object.entries(object.types).map(([happened, entry]) => ({
    name: `${object.name}.${happened}`,
    object: object.name,
    description: typeof entry === 'string' ? entry : entry.description,
    schema: object.schema,
    sample: typeof entry === 'string' ? object.sample : { ...object.sample, ...entry.sample },
  }))
}

/** A category of the catalogue, with the types of its objects in the order given. */
export function defineCategory(
  id: string,
  label: string,
  objects: readonly ObjectEventTypes[],
): EventCategory<BuiltInEventType> {
  const category = { id, label }
  return { ...category, types: objects.flat().map((type) => ({ ...type, category })) }
}
