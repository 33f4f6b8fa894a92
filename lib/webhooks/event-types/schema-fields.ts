import type { z } from 'zod'
import type { EventType } from './define-event-type'
import { eventTypeJsonSchema } from './json-schema'

type JsonSchema = z.core.JSONSchema.BaseSchema

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
  /** Of a text: `date-time`, `email`, or a regular expression that it matches. */
  format: string | null
  /** The only values it can have; empty where there are others. */
  choices: string[]
  /** Personal data, on its own or by what it is inside of. */
  isPersonal: boolean
}

/** Every field of a type's `data.object` in the order of its schema, each before the fields inside of it. */
export function schemaFields(type: EventType): SchemaField[] {
  return fieldsWithin(eventTypeJsonSchema(type), { path: 'object', depth: 0, isPersonal: false })
}

function fieldsWithin(
  object: JsonSchema,
  parent: Pick<SchemaField, 'path' | 'depth' | 'isPersonal'>,
): SchemaField[] {
  return Object.entries(object.properties ?? {}).flatMap(([key, schema]) => {
    if (typeof schema !== 'object') return []
    const field = {
      path: `${parent.path}.${key}`,
      depth: parent.depth,
      type: typeInWords(schema),
      isRequired: object.required?.includes(key) ?? false,
      description: schema.description ?? '',
      format: formatOf(schema),
      choices: choicesOf(schema),
      isPersonal: parent.isPersonal || schema['x-personal-data'] === true,
    }
    return [field, ...variants(schema).flatMap((variant) => fieldsInside(variant, field))]
  })
}

function fieldsInside(schema: JsonSchema, field: SchemaField): SchemaField[] {
  const depth = field.depth + 1
  if (schema.properties) return fieldsWithin(schema, { ...field, depth })
  return elementsOf(schema).flatMap((element) =>
    fieldsWithin(element, { ...field, path: `${field.path}[]`, depth }),
  )
}

/** What a schema allows, one by one. */
function variants(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ? schema.anyOf.flatMap(variants) : [schema]
}

/** What the elements of an array can be. */
function elementsOf({ items }: JsonSchema): JsonSchema[] {
  return [items ?? []].flat().flatMap((item) => (typeof item === 'object' ? variants(item) : []))
}

function typeInWords(schema: JsonSchema): string {
  const names = variants(schema).flatMap((variant) => {
    if (variant.type === 'array') return `array of ${elementsOf(variant).map(typeInWords).join(' or ')}`
    return variant.type ?? 'any'
  })
  const unique = [...new Set(names)]
  return [...unique.filter((name) => name !== 'null'), ...unique.filter((name) => name === 'null')].join(
    ' or ',
  )
}

function formatOf(schema: JsonSchema): string | null {
  const all = variants(schema).flatMap((variant) => [variant, ...elementsOf(variant)])
  return all.map(({ format, pattern }) => format ?? pattern).find((found) => found !== undefined) ?? null
}

function choicesOf(schema: JsonSchema): string[] {
  const all = variants(schema).flatMap((variant) => [variant, ...elementsOf(variant)])
  return all.flatMap((variant) => variant.enum ?? []).map(String)
}
