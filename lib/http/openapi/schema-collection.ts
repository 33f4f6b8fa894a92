import { z } from 'zod'
import type { JsonSchema } from './document-form'

const DEFINITIONS = '#/$defs/'
const COMPONENTS = '#/components/schemas/'

/** The schemas of a document by their ids, gathered while its parts are made. */
export class SchemaCollection {
  readonly schemas: Record<string, JsonSchema> = {}

  /**
   * The JSON Schema of what `schema` accepts. Whatever has an id in it becomes a component, and a reference to it here.
   * Throws where two differ under one id.
   */
  add(schema: z.ZodType): JsonSchema {
    const made = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      io: 'input',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => polish(jsonSchema),
    })
    const { $schema: _, $defs: definitions = {}, ...own } = withComponents(made)
    for (const [id, definition] of Object.entries(definitions)) this.put(id, definition)
    return own
  }

  /** Puts a schema under an id, and returns the reference to it. */
  put(id: string, schema: JsonSchema): JsonSchema {
    const known = this.schemas[id]
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`Two schemas have the id ${id}.`)
    }
    this.schemas[id] = schema
    return { $ref: `${COMPONENTS}${id}` }
  }
}

/** Points to components what zod points to definitions of the same document. */
function withComponents(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' ? value.replace(DEFINITIONS, COMPONENTS) : value,
  )
}

function polish(schema: JsonSchema): void {
  delete schema.id
  if (schema.standard !== undefined) {
    schema.default = schema.standard
    delete schema.standard
  }
  // The format, or that it is a number, says it; zod's own expressions are long and bury the rest of the document.
  if (schema.format !== undefined || schema.type === 'integer') delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}
