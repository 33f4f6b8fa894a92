import { objectFields, type SchemaField } from '@/lib/webhooks/event-types/schema-fields'
import type { JsonSchema, OpenApiDocument } from './document-form'

type Schemas = OpenApiDocument['components']['schemas']

/** The fields of a schema of the document, for a table; what several forms of one thing have stands there once. */
export function fieldsOf(schema: JsonSchema, schemas: Schemas): SchemaField[] {
  const resolved = resolve(schema, schemas)
  const forms = formsOf(resolved)
  const fields = new Map<string, SchemaField>()
  for (const field of forms.flatMap(objectFields)) {
    const known = fields.get(field.path)
    fields.set(field.path, known ? merge(known, field) : field)
  }
  const inEach = (path: string) =>
    forms.every((form) => objectFields(form).some((field) => field.path === path))
  return [...fields.values()].map((field) =>
    field.depth === 0 && !inEach(field.path) ? { ...field, isRequired: false } : field,
  )
}

function merge(one: SchemaField, other: SchemaField): SchemaField {
  const types = [...new Set([one, other].flatMap(({ type }) => type.split(' or ')))]
  return {
    ...one,
    type: [...types.filter((type) => type !== 'null'), ...types.filter((type) => type === 'null')].join(
      ' or ',
    ),
    isRequired: one.isRequired && other.isRequired,
    limits: [...new Set([...one.limits, ...other.limits])],
    choices: [...new Set([...one.choices, ...other.choices])],
  }
}

/** What an object must have, for each of its forms what this one alone demands; empty where the forms do not differ so. */
export function alternativesOf(schema: JsonSchema, schemas: Schemas): string[][] {
  const required = formsOf(resolve(schema, schemas)).map((form) => form.required ?? [])
  const own = required.map((names) => names.filter((name) => !required.every((all) => all.includes(name))))
  return own.length > 1 && own.every((names) => names.length > 0) ? own : []
}

function formsOf({ anyOf, oneOf, ...own }: JsonSchema): JsonSchema[] {
  return anyOf ?? oneOf ?? [own]
}

/** The schema with every reference in it replaced by what it leads to; what stands beside a reference goes first. */
export function resolve(schema: JsonSchema, schemas: Schemas): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_, value) => {
    if (!isReference(value)) return value
    const { $ref, ...own } = value
    const target = schemas[$ref.split('/').at(-1) ?? '']
    return target ? { ...resolve(target, schemas), ...own } : own
  })
}

function isReference(value: unknown): value is { $ref: string } {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string'
}
