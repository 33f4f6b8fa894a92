import { z } from 'zod'
import type { BuiltInEventType } from './define-event-type'

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

const cache = new WeakMap<z.core.$ZodType, JsonSchema>()

/**
 * JSON Schema (draft 2020-12) of `data.object`. Personal fields carry `x-personal-data: true`. The types of one
 * object share the answer: do not change it.
 */
export function eventTypeJsonSchema(type: BuiltInEventType): JsonSchema {
  const known = cache.get(type.schema)
  if (known) return known
  const made = z.toJSONSchema(type.schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => polish(jsonSchema),
  })
  cache.set(type.schema, made)
  return made
}

function polish(schema: JsonSchema) {
  if (schema.personal) {
    delete schema.personal
    schema['x-personal-data'] = true
  }
  // The format says it; zod's own expressions are long and bury the rest of the document.
  if (schema.format) delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}
