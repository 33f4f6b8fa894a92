import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventTypes } from './catalogue'
import { defineCategory, defineObject } from './define-event-type'
import { eventTypeJsonSchema, type JsonSchema } from './json-schema'
import { personal } from './personal'
import { personalPaths } from './personal-paths'
import { schemaFields } from './schema-fields'

const [parcel] = defineCategory('parcels', 'Parcels', [
  defineObject({
    name: 'parcel',
    schema: z.looseObject({
      id: z.union([z.int().nonnegative(), z.string()]).nullish().describe('Id.'),
      status: z.enum(['new', 'sent']).describe('Where it stands.'),
      sizes: z
        .array(z.enum(['s', 'l']))
        .optional()
        .describe('Sizes.'),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .describe('Country.'),
      recipient: z
        .looseObject({ email: personal(z.email().describe('E-mail.')), is_known: z.boolean().optional() })
        .nullish()
        .describe('To whom.'),
      pieces: z
        .array(z.looseObject({ made_at: z.iso.datetime().nullable().describe('When.') }))
        .describe('What is in it.'),
      senders: personal(z.array(z.looseObject({ name: z.string().describe('Name.') }))),
    }),
    sample: { id: 1, status: 'new', country: 'DE', pieces: [], senders: [] },
    types: { sent: 'A parcel was sent.' },
  }),
]).types

const plain = {
  depth: 0,
  isRequired: false,
  limits: [] as string[],
  pattern: null,
  choices: [],
  isPersonal: false,
}

describe('the fields of a schema', () => {
  it('are told one by one, with those inside of them', () => {
    expect(parcel && schemaFields(eventTypeJsonSchema(parcel))).toEqual([
      {
        ...plain,
        path: 'object.id',
        type: 'integer or string or null',
        description: 'Id.',
        limits: ['0 or more'],
      },
      {
        ...plain,
        path: 'object.status',
        type: 'string',
        description: 'Where it stands.',
        isRequired: true,
        choices: ['new', 'sent'],
      },
      {
        ...plain,
        path: 'object.sizes',
        type: 'array of string',
        description: 'Sizes.',
        choices: ['s', 'l'],
      },
      {
        ...plain,
        path: 'object.country',
        type: 'string',
        description: 'Country.',
        isRequired: true,
        pattern: '^[A-Z]{2}$',
      },
      { ...plain, path: 'object.recipient', type: 'object or null', description: 'To whom.' },
      {
        ...plain,
        path: 'object.recipient.email',
        depth: 1,
        type: 'string',
        description: 'E-mail.',
        isRequired: true,
        limits: ['e-mail address'],
        isPersonal: true,
      },
      { ...plain, path: 'object.recipient.is_known', depth: 1, type: 'boolean', description: '' },
      {
        ...plain,
        path: 'object.pieces',
        type: 'array of object',
        description: 'What is in it.',
        isRequired: true,
      },
      {
        ...plain,
        path: 'object.pieces[].made_at',
        depth: 1,
        type: 'string or null',
        description: 'When.',
        isRequired: true,
        limits: ['date and time'],
      },
      {
        ...plain,
        path: 'object.senders',
        type: 'array of object',
        description: '',
        isRequired: true,
        isPersonal: true,
      },
      {
        ...plain,
        path: 'object.senders[].name',
        depth: 1,
        type: 'string',
        description: 'Name.',
        isRequired: true,
        isPersonal: true,
      },
    ])
  })

  it('are told of schemas as people write them', () => {
    const schema: JsonSchema = {
      type: 'object',
      $defs: {
        money: { type: 'integer', description: 'In cents.' },
        person: { type: 'object', 'x-personal-data': true, properties: { name: { type: 'string' } } },
      },
      required: ['total'],
      properties: {
        total: { $ref: '#/$defs/money' },
        fee: { $ref: '#/$defs/money', description: 'Of it.' },
        note: { type: ['string', 'null'], maxLength: 9 },
        kind: { const: 'a' },
        tags: { type: 'array', maxItems: 3, items: { type: 'string', minLength: 1 }, default: [] },
        buyer: { oneOf: [{ $ref: '#/$defs/person' }, { type: 'null' }] },
        loose: {
          anyOf: [{ type: 'object', properties: { x: { type: 'number' } } }, { properties: { x: {} } }],
        },
        anything: true,
      },
      allOf: [{ properties: { late: { type: 'boolean' }, note: { type: 'number' } } }],
    }
    expect(schemaFields(schema)).toEqual([
      { ...plain, path: 'object.total', type: 'integer', description: 'In cents.', isRequired: true },
      { ...plain, path: 'object.fee', type: 'integer', description: 'Of it.' },
      {
        ...plain,
        path: 'object.note',
        type: 'string or null',
        description: '',
        limits: ['at most 9 characters'],
      },
      { ...plain, path: 'object.kind', type: 'any', description: '', choices: ['a'] },
      {
        ...plain,
        path: 'object.tags',
        type: 'array of string',
        description: '',
        limits: ['at most 3 elements', 'each: not empty', '[] unless given'],
      },
      { ...plain, path: 'object.buyer', type: 'object or null', description: '', isPersonal: true },
      { ...plain, path: 'object.buyer.name', depth: 1, type: 'string', description: '', isPersonal: true },
      { ...plain, path: 'object.loose', type: 'object or any', description: '' },
      { ...plain, path: 'object.loose.x', depth: 1, type: 'number', description: '' },
      { ...plain, path: 'object.late', type: 'boolean', description: '' },
    ])
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('of %s are whole', (_name, type) => {
    const fields = schemaFields(eventTypeJsonSchema(type))
    const paths = fields.map((field) => field.path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.filter((path) => /^object\.\w+$/.test(path))).toEqual(
      Object.keys(type.schema.shape).map((key) => `object.${key}`),
    )
    expect(fields.filter(({ type: words }) => !/^[a-z]+( (or|of) [a-z]+)*$/.test(words))).toEqual([])
    const marked = personalPaths(type).map((path) => ['object', ...path].join('.').replaceAll('.*', '[]'))
    expect(fields.filter((field) => field.isPersonal).map((field) => field.path)).toEqual(
      expect.arrayContaining(marked),
    )
  })
})
