import { describe, expect, it } from 'vitest'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { eventTypeJsonSchema, type JsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { pointerPart } from '@/lib/webhooks/json-pointer'
import { findSchemaFaults, findViolations } from './schema-validation'

describe('a value against a schema', () => {
  it.each(eventTypes.map((type) => [type.name, type] as const))('matches: the sample of %s', (_, type) => {
    expect(findViolations(eventTypeJsonSchema(type), type.sample)).toEqual([])
  })

  const schema: JsonSchema = {
    type: 'object',
    required: ['id', 'constructor'],
    additionalProperties: false,
    properties: {
      id: { type: ['integer', 'string'] },
      'a/b': { enum: ['x', 'y'] },
      code: { type: 'string', pattern: '^[A-Z]{2}$' },
      at: { type: 'string', format: 'date-time' },
      color: { format: 'color' },
      items: { type: 'array', maxItems: 2, items: { type: 'object', required: ['sku'] } },
      one: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      none: false,
    },
  }
  // As a schema from outside has it: in a literal the compiler takes it for the class of objects.
  Object.assign(schema.properties ?? {}, { constructor: { type: 'string' } })
  const good = { id: 1, constructor: 'x' }

  it.each<[string, object, string[][]]>([
    ['is right', { ...good, code: 'DE', at: '2026-01-16T14:20:00+01:00', color: 'any' }, []],
    ['lacks what others inherit', { id: 'a' }, [['/constructor', 'This is required.']]],
    ['has the wrong type', { ...good, id: true }, [['/id', 'This must be an integer or string.']]],
    ['has another choice', { ...good, 'a/b': 'z' }, [['/a~1b', 'This must be one of "x", "y".']]],
    ['has another form', { ...good, code: 'DEU' }, [['/code', 'This must match ^[A-Z]{2}$.']]],
    ['has no date', { ...good, at: 'today' }, [['/at', 'This must have the format date-time.']]],
    ['has more', { ...good, more: 1 }, [['/more', 'The schema has no such field.']]],
    ['has what may not be', { ...good, none: 1 }, [['/none', 'This is not allowed.']]],
    ['lacks something in a list', { ...good, items: [{}] }, [['/items/0/sku', 'This is required.']]],
    [
      'has too many',
      { ...good, items: [{ sku: 1 }, { sku: 2 }, { sku: 3 }] },
      [['/items', 'This must NOT have more than 2 items.']],
    ],
    [
      'fits no choice',
      { ...good, one: 1 },
      [
        ['/one', 'This must be a string.'],
        ['/one', 'This must be null.'],
        ['/one', 'This must match a schema in anyOf.'],
      ],
    ],
  ])('%s', (_, value, expected) => {
    expect(findViolations(schema, value).map(({ pointer, detail }) => [pointer, detail])).toEqual(expected)
  })

  it('says where each is, however long the way', () => {
    const far = 'a/b~'.repeat(40)
    const cut = `${'a~1b~0'.repeat(25)}…`
    const next: JsonSchema = { type: 'object', required: ['id'], properties: { half: { type: 'number' } } }
    let deep: JsonSchema = next
    let value: object = { half: '' }
    for (let depth = 0; depth < 10; depth++) {
      deep = { properties: { [far]: deep } }
      value = { [far]: value }
    }
    const there = `/${cut}`.repeat(10)
    expect(findViolations(deep, value).map(({ pointer }) => pointer)).toEqual([
      `${there}/id`,
      `${there}/half`,
    ])
  })

  it('tells no halves of characters', () => {
    const name = `${'x'.repeat(99)}😀`
    const [fault] = findViolations({ additionalProperties: false, properties: {} }, { [name]: 1 })
    expect(fault?.pointer).toBe(`/${'x'.repeat(99)}\uFFFD…`)
    const [choice] = findViolations({ const: `${'x'.repeat(98)}😀` }, 1)
    expect(choice?.detail.isWellFormed()).toBe(true)
  })

  // Else a reference could lead to a definition that nobody checked, such as one that holds itself.
  it('reads the names of definitions as the check of the schema does', () => {
    for (let code = 32; code < 128; code++) {
      for (const name of [`a${String.fromCharCode(code)}`, `${String.fromCharCode(code)}a`]) {
        const schema: JsonSchema = {
          type: 'object',
          $defs: { a: { not: {} }, [name]: { const: code } },
          properties: { x: { $ref: `#/$defs/${pointerPart(name)}` } },
        }
        if (findSchemaFaults(schema).length > 0) expect(['%', '#']).toContain(String.fromCharCode(code))
        else expect([name, findViolations(schema, { x: code })]).toEqual([name, []])
      }
    }
  })

  it('tells the first few of many', () => {
    const items = Array.from({ length: 1_000 }, () => ({}))
    expect(
      findViolations({ type: 'object', properties: { items: { items: { required: ['a'] } } } }, { items }),
    ).toHaveLength(5)
  })

  it('tells the first alone where there may be more than can be gathered', () => {
    const names = Array.from({ length: 900 }, (_, index) => `name_${index}`)
    const items: JsonSchema = { type: 'object', required: names }
    const wide: JsonSchema = { type: 'object', properties: { list: { type: 'array', items } } }
    expect(findSchemaFaults(wide)).toEqual([])
    const violations = findViolations(wide, { list: Array.from({ length: 60_000 }, () => ({})) })
    expect(violations).toEqual([{ pointer: '/list/0/name_0', code: 'required', detail: 'This is required.' }])
    expect(findViolations(wide, { list: [{}] })).toHaveLength(5)
  })

  it('leaves the value as it is', () => {
    const value = Object.freeze({ id: 1 })
    findViolations({ type: 'object', properties: { id: { default: 2 }, other: { default: 3 } } }, value)
    expect(value).toEqual({ id: 1 })
  })

  it('is not held up by an expression', () => {
    const slow: JsonSchema = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
    expect(findViolations(slow, { a: `${'a'.repeat(50_000)}!` })).toHaveLength(1)
  })
})

describe('a schema', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a type that is none', { type: 'object', properties: { a: { type: 'strng' } } }, '/properties/a/type'],
    ['a text for a number', { type: 'object', maxProperties: '3' }, '/maxProperties'],
    ['a text for a list', { type: 'object', required: 'id' }, '/required'],
    ['no choice at all', { type: 'object', anyOf: [] }, '/anyOf'],
    ['an object for alternatives', { type: 'object', oneOf: {} }, '/oneOf'],
  ])('is refused for %s', (_, schema, pointer) => {
    expect(findSchemaFaults(schema)).toContainEqual(
      expect.objectContaining({ pointer, code: 'invalid_schema' }),
    )
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('can be that of %s', (_, type) => {
    expect(findSchemaFaults({ ...eventTypeJsonSchema(type) })).toEqual([])
  })
})
