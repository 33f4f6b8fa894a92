import { describe, expect, it } from 'vitest'
import { eventTypes } from './catalogue'
import { eventTypeJsonSchema } from './json-schema'
import { findSchemaProblems } from './schema-problems'

const object = (rest: object = {}) => ({ type: 'object', ...rest })
const found = (schema: Record<string, unknown>) =>
  findSchemaProblems(schema).map(({ pointer, code }) => [pointer, code])

describe('the schema of an event type', () => {
  it.each([
    ['nothing more', object()],
    ['its draft', object({ $schema: 'https://json-schema.org/draft/2020-12/schema' })],
    ['marks of ours', object({ properties: { name: { type: 'string', 'x-personal-data': true } } })],
    [
      'definitions that others refer to',
      object({
        $defs: { a: { $ref: '#/$defs/b~1c' }, 'b/c': { type: 'string' } },
        properties: { x: { $ref: '#/$defs/a' }, y: { $ref: '#/$defs/a' } },
      }),
    ],
    ['fields called like keywords', object({ properties: { $id: { type: 'string' }, pattern: true } })],
    ['values that look like keywords', object({ default: { $ref: 'x' }, examples: [{ pattern: 1 }] })],
    ['an expression', object({ properties: { code: { pattern: '^[A-Z]{2}$' } } })],
    [
      'expressions as large as they may be together',
      object({
        properties: { a: { pattern: 'a{399}' }, b: { pattern: 'b{399}' }, c: { pattern: 'c{199}' } },
      }),
    ],
    [
      'a definition with a long name',
      object({ $defs: { ['x'.repeat(150)]: {} }, items: { $ref: `#/$defs/${'x'.repeat(150)}` } }),
    ],
  ])('may have %s', (_, schema) => {
    expect(found(schema)).toEqual([])
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('may be that of %s', (_, type) => {
    expect(found({ ...eventTypeJsonSchema(type) })).toEqual([])
  })

  const ref = (name: string) => ({ $ref: `#/$defs/${name}` })
  // Each definition twice the one before: ten million parts in thirty lines.
  const doubling = Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `d${index}`,
      index === 0 ? {} : { allOf: [ref(`d${index - 1}`), ref(`d${index - 1}`)] },
    ]),
  )
  const manyPatterns = Array.from({ length: 900 }, (_, index) => ({ pattern: `${index}{399}` }))
  let deep: object = {}
  for (let depth = 0; depth < 40; depth++) deep = { not: deep }

  it.each<[string, Record<string, unknown>, string[][]]>([
    ['is a list', { type: 'array' }, [['/type', 'not_an_object']]],
    ['has no type', {}, [['/type', 'not_an_object']]],
    [
      'is of another draft',
      object({ $schema: 'http://json-schema.org/draft-07/schema#' }),
      [['/$schema', 'unknown_dialect']],
    ],
    ['has an id', object({ $id: 'https://example.com/' }), [['/$id', 'unknown_keyword']]],
    [
      'compares everything with everything',
      object({ uniqueItems: true }),
      [['/uniqueItems', 'unknown_keyword']],
    ],
    [
      'refers to elsewhere',
      object({ items: { $ref: 'https://example.com/a.json' } }),
      [['/items/$ref', 'unknown_ref']],
    ],
    ['refers to the whole of itself', object({ items: { $ref: '#' } }), [['/items/$ref', 'unknown_ref']]],
    ['refers to nothing', object({ items: ref('no') }), [['/items/$ref', 'unknown_ref']]],
    [
      'refers to a prototype',
      object({ $defs: {}, items: ref('constructor') }),
      [['/items/$ref', 'unknown_ref']],
    ],
    [
      'never ends',
      object({ $defs: { a: { items: ref('b') }, b: ref('a') } }),
      [['/$defs/b/$ref', 'recursive_ref']],
    ],
    [
      'refers to a name that an address reads otherwise',
      object({ $defs: { 'a%62': {}, ab: { not: ref('a%62') } }, items: ref('ab') }),
      [['/$defs/ab/not/$ref', 'unknown_ref']],
    ],
    [
      'refers to a name that ends an address',
      object({ $defs: { 'a#': {}, a: { not: ref('a#') } } }),
      [['/$defs/a/not/$ref', 'unknown_ref']],
    ],
    ['stands for far too much', object({ $defs: doubling, items: ref('d23') }), [['', 'too_large']]],
    ['is too deep', object({ not: deep }), [[expect.any(String), 'too_deep']]],
    ['is too long', object({ description: 'x'.repeat(40_000) }), [['', 'too_large']]],
    [
      'has a slow expression',
      object({ properties: { 'a/b': { pattern: '(?=a)' } } }),
      [['/properties/a~1b/pattern', 'invalid_pattern']],
    ],
    [
      'has a slow name',
      object({ patternProperties: { '(a)\\1': true } }),
      [['/patternProperties/(a)\\1', 'invalid_pattern']],
    ],
    [
      'has large expressions',
      object({
        properties: { a: { pattern: 'a{399}' }, b: { pattern: 'b{399}' }, c: { pattern: 'c{200}' } },
      }),
      [['', 'too_large']],
    ],
    [
      'has large expressions for names',
      object({ patternProperties: { 'a{399}': true, 'b{399}': { items: { pattern: 'c{399}' } } } }),
      [['', 'too_large']],
    ],
    ['has very many large expressions', object({ anyOf: manyPatterns }), [['', 'too_large']]],
    [
      'refers to a large expression again and again',
      object({ $defs: { a: { pattern: 'a{333}' } }, allOf: [ref('a'), ref('a'), { not: ref('a') }] }),
      [['', 'too_large']],
    ],
    ['has a text for a schema', object({ items: 'string' }), [['/items', 'invalid_type']]],
    [
      'changes prototypes',
      JSON.parse('{"type":"object","properties":{"__proto__":{}}}'),
      [['/properties/__proto__', 'not_allowed']],
    ],
  ])('is refused where it %s', (_, schema, problems) => {
    expect(found(schema)).toEqual(problems)
  })
})
