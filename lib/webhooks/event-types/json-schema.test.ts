import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventTypes } from './catalogue'
import { defineCategory, defineObject } from './define-event-type'
import { eventTypeJsonSchema } from './json-schema'
import { personal } from './personal'

const schema = z.looseObject({
  id: z.int().describe('Id.'),
  email: personal(z.email().nullish().describe('E-mail address.')),
  made_at: z.iso.datetime().describe('When.'),
  code: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('Code.'),
})
const [parcel] = defineCategory('parcels', 'Parcels', [
  defineObject({
    name: 'parcel',
    schema,
    sample: { id: 1, made_at: '2026-01-16T14:20:00Z', code: 'ABC' },
    types: { sent: 'A parcel was sent.' },
  }),
]).types

/** Every schema within a JSON Schema that describes a field of an object, with the field's key. */
function fields(schema: z.core.JSONSchema.BaseSchema): [string, z.core.JSONSchema.BaseSchema][] {
  const inner = [...(schema.anyOf ?? []), ...Object.values(schema.properties ?? {}), schema.items ?? []]
    .flat()
    .filter((part) => typeof part === 'object')
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, field]) =>
    typeof field === 'object' ? [[key, field] satisfies [string, z.core.JSONSchema.BaseSchema]] : [],
  )
  return [...own, ...inner.flatMap(fields)]
}

describe('the JSON Schema of an event type', () => {
  it('says what the zod schema says, personal marks included', () => {
    expect(parcel && eventTypeJsonSchema(parcel)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        id: { type: 'integer', description: 'Id.' },
        email: {
          anyOf: [{ type: 'string', format: 'email' }, { type: 'null' }],
          description: 'E-mail address.',
          'x-personal-data': true,
        },
        made_at: { type: 'string', format: 'date-time', description: 'When.' },
        code: { type: 'string', pattern: '^[A-Z]{3}$', description: 'Code.' },
      },
      required: ['id', 'made_at', 'code'],
      additionalProperties: {},
    })
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('exists for %s', (_name, type) => {
    const made = eventTypeJsonSchema(type)
    expect(made).toMatchObject({ type: 'object', additionalProperties: {} })
    expect(Object.keys(made.properties ?? {})).toEqual(Object.keys(type.schema.shape))
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    expect(z.fromJSONSchema(JSON.parse(JSON.stringify(made))).safeParse(type.sample).error).toBeUndefined()
    expect(eventTypeJsonSchema(type)).toBe(made)
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))(
    'explains each field of %s',
    (_name, type) => {
      const all = fields(eventTypeJsonSchema(type))
      expect(all.length).toBeGreaterThan(5)
      expect(all.filter(([, field]) => !field.description?.match(/^[A-Z].*\.$/)).map(([key]) => key)).toEqual(
        [],
      )
    },
  )
})
