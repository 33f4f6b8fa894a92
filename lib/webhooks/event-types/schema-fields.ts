import type { JsonSchema } from './json-schema'
import { limitsInWords } from './schema-fields-limits'
import { definitionName, definitionOf } from './schema-problems'

const MAX_REFERENCES = 32

/** A field of an event's object, as a row of a table can tell it. */
export type SchemaField = {
  /** From the payload's `data` on: `object.line_items[].sku`. */
  path: string
  /** How many fields it is inside of. */
  depth: number
  /** In words: `string`, `integer or string`, `array of object`; `or null` where it can be null. */
  type: string
  /** Whether it is always there when what it is inside of is. */
  isRequired: boolean
  description: string
  /** What else holds of it, each in a few words: `date and time`, `1 to 64`, `20 unless given`. */
  limits: string[]
  /** The regular expression that a text matches. */
  pattern: string | null
  /** The only values it can have; empty where there are others. */
  choices: string[]
  /** Personal data, on its own or by what it is inside of. */
  isPersonal: boolean
}

/**
 * Every field of `data.object` in the order of its schema, each before the fields inside of it. What a schema that was
 * checked by `findSchemaProblems` says in several places is one field, as the first place says it.
 */
export function schemaFields(schema: JsonSchema): SchemaField[] {
  const fields = new Map<string, SchemaField>()
  for (const field of fieldsOf(schema, 'object')) {
    if (!fields.has(field.path)) fields.set(field.path, field)
  }
  return [...fields.values()]
}

/** The same of any object's JSON Schema, its paths beginning with its own fields; what stands there twice is twice here. */
export function objectFields(object: JsonSchema): SchemaField[] {
  return fieldsOf(object, '')
}

function fieldsOf(object: JsonSchema, path: string): SchemaField[] {
  return new Fields(object).within(object, { path, depth: 0, isPersonal: false })
}

type Place = Pick<SchemaField, 'path' | 'depth' | 'isPersonal'>

class Fields {
  readonly #root: JsonSchema

  constructor(root: JsonSchema) {
    this.#root = root
  }

  within(object: JsonSchema, parent: Place): SchemaField[] {
    return this.#merged(object).flatMap((part) =>
      Object.entries(part.properties ?? {}).flatMap(([key, schema]) => {
        if (typeof schema !== 'object') return []
        const all = this.#variants(schema)
        const told = [...all, ...all.flatMap((variant) => this.#elements(variant))]
        const field = {
          path: parent.path === '' ? key : `${parent.path}.${key}`,
          depth: parent.depth,
          type: this.#words(schema),
          isRequired: part.required?.includes(key) ?? false,
          description: [schema, ...all].find(({ description }) => description)?.description ?? '',
          limits: this.#limits(schema, all),
          pattern: told.map(patternOf).find((each) => each !== undefined) ?? null,
          choices: told.flatMap(choicesOf),
          isPersonal: parent.isPersonal || [schema, ...all].some((each) => each['x-personal-data'] === true),
        }
        return [field, ...all.flatMap((variant) => this.#inside(variant, field))]
      }),
    )
  }

  #inside(schema: JsonSchema, field: SchemaField): SchemaField[] {
    const depth = field.depth + 1
    if (schema.properties || schema.allOf) return this.within(schema, { ...field, depth })
    return this.#elements(schema).flatMap((element) =>
      this.within(element, { ...field, path: `${field.path}[]`, depth }),
    )
  }

  /** In words; `all` is what the schema allows. */
  #limits(schema: JsonSchema, all: readonly JsonSchema[]): string[] {
    const elements = all.flatMap((variant) => this.#elements(variant)).flatMap(limitsInWords)
    const standard = schema.default === undefined ? [] : [`${inWords(schema.default)} unless given`]
    return [
      ...new Set([...all.flatMap(limitsInWords), ...elements.map((words) => `each: ${words}`), ...standard]),
    ]
  }

  /** A schema with those that hold beside it. */
  #merged(schema: JsonSchema): JsonSchema[] {
    return [schema, ...(schema.allOf ?? []).flatMap((part) => this.#variants(part))]
  }

  /** What a schema allows, one by one. */
  #variants(schema: JsonSchema): JsonSchema[] {
    const resolved = this.#resolve(schema)
    const choices = [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])]
    return choices.length === 0 ? [resolved] : choices.flatMap((choice) => this.#variants(choice))
  }

  #resolve(schema: JsonSchema): JsonSchema {
    let found = schema
    for (let left = MAX_REFERENCES; left > 0 && found.$ref !== undefined; left--) {
      const definition = definitionOf(this.#root, definitionName(found.$ref) ?? '')
      if (!isSchema(definition)) return found
      const { $ref: _, ...beside } = found
      found = { ...definition, ...beside }
    }
    return found
  }

  /** What the elements of an array can be. */
  #elements({ items }: JsonSchema): JsonSchema[] {
    return [items ?? []].flat().flatMap((item) => (typeof item === 'object' ? this.#variants(item) : []))
  }

  #words(schema: JsonSchema): string {
    const names = this.#variants(schema).flatMap((variant) =>
      typeNames(variant).map((name) => {
        const elements = name === 'array' ? this.#elements(variant) : []
        return elements.length === 0
          ? name
          : `array of ${[...new Set(elements.map((element) => this.#words(element)))].join(' or ')}`
      }),
    )
    const unique = [...new Set(names)]
    return [...unique.filter((name) => name !== 'null'), ...unique.filter((name) => name === 'null')].join(
      ' or ',
    )
  }
}

function typeNames({ type }: { type?: unknown }): string[] {
  const names = [type ?? 'any'].flat()
  return names.filter((name) => typeof name === 'string')
}

function choicesOf(schema: JsonSchema): string[] {
  const values: unknown[] = schema.enum ?? (schema.const === undefined ? [] : [schema.const])
  return values.map(inWords)
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A format says it in words already. */
function patternOf({ format, pattern }: JsonSchema): string | undefined {
  return format === undefined ? pattern : undefined
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null
}
