import { expect, it } from 'vitest'
import type { JsonSchema } from './json-schema'
import { sampleOfSchema } from './sample-of-schema'

it('shows each field as the schema describes it', () => {
  const sample = sampleOfSchema({
    type: 'object',
    $defs: { money: { type: 'integer', minimum: 10, multipleOf: 25 } },
    properties: {
      id: { type: 'integer' },
      total: { $ref: '#/$defs/money' },
      rate: { type: 'number', exclusiveMaximum: 0 },
      status: { enum: ['new', 'done'] },
      kind: { const: 'parcel' },
      note: { type: ['null', 'string'], examples: ['By hand.'] },
      code: { type: 'string', minLength: 6, maxLength: 6 },
      at: { type: 'string', format: 'date-time' },
      by: { anyOf: [{ type: 'string', format: 'email' }, { type: 'null' }] },
      is_gift: { type: 'boolean', default: false },
      items: {
        type: 'array',
        minItems: 2,
        items: { type: 'object', properties: { sku: { type: 'string' } } },
      },
      tags: { type: 'array' },
      anything: {},
    },
    allOf: [{ properties: { late: { type: 'boolean' } } }],
  })
  expect(sample).toEqual({
    id: 1,
    total: 25,
    rate: -1,
    status: 'new',
    kind: 'parcel',
    note: 'By hand.',
    code: 'textxx',
    at: '2026-01-16T14:20:00Z',
    by: 'maria@example.com',
    is_gift: false,
    items: [{ sku: 'text' }, { sku: 'text' }],
    tags: [],
    anything: null,
    late: true,
  })
})

it('has an end where lists are in lists', () => {
  let items: JsonSchema = { type: 'string' }
  for (let depth = 0; depth < 12; depth++) items = { type: 'array', minItems: 20, items }
  const sample = sampleOfSchema({ type: 'object', properties: { items } })
  expect(JSON.stringify(sample).length).toBeLessThan(1_000_000)
})
