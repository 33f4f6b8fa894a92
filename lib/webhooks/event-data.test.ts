import { describe, expect, it } from 'vitest'
import { type DataProblem, findDataProblem, findObjectRefs, MAX_DATA_DEPTH } from './event-data'

function nested(depth: number, kind: 'arrays' | 'objects'): unknown {
  const [open, close] = kind === 'arrays' ? ['[', ']'] : ['{"a":', '}']
  return JSON.parse(open.repeat(depth) + (kind === 'arrays' ? '' : '1') + close.repeat(depth))
}

describe('findDataProblem', () => {
  it.each([
    'null',
    'true',
    '""',
    '0',
    '-0',
    '1.5',
    '0.1',
    '9007199254740991',
    '-9007199254740991',
    '"9007199254740993"',
    '[]',
    '{}',
    '{"object":{"id":"x","total":12.5,"lines":[{"qty":1},{"qty":2}]}}',
    '{"__proto__":{"a":1},"constructor":1,"toString":null}',
  ])('takes %s', (text) => {
    expect(findDataProblem(JSON.parse(text))).toBeNull()
  })

  it.each<[string, string, DataProblem['code']]>([
    ['9007199254740992', '', 'number_not_exact'],
    ['-9007199254740992', '', 'number_not_exact'],
    ['12345678901234567890', '', 'number_not_exact'],
    ['1e300', '', 'number_not_exact'],
    ['1e400', '', 'number_not_exact'],
    ['[-1e400]', '/0', 'number_not_exact'],
    ['{"object":{"id":9007199254740993}}', '/object/id', 'number_not_exact'],
    ['{"lines":[1,2,{"sku":9007199254740993}]}', '/lines/2/sku', 'number_not_exact'],
    ['{"a/b":{"c~d":9007199254740993}}', '/a~1b/c~0d', 'number_not_exact'],
    ['{"":9007199254740993}', '/', 'number_not_exact'],
    ['{"__proto__":9007199254740993}', '/__proto__', 'number_not_exact'],
    ['{"\\ud800":9007199254740993}', '/\ufffd', 'number_not_exact'],
  ])('says where %s is wrong', (text, path, code) => {
    expect(findDataProblem(JSON.parse(text))).toMatchObject({ path, code })
  })

  it.each(['arrays', 'objects'] as const)('takes 64 levels of %s and no more', (kind) => {
    expect(findDataProblem(nested(MAX_DATA_DEPTH, kind))).toBeNull()
    const step = kind === 'arrays' ? '/0' : '/a'
    expect(findDataProblem(nested(MAX_DATA_DEPTH + 1, kind))).toEqual({
      path: step.repeat(MAX_DATA_DEPTH),
      code: 'too_deep',
      detail: 'Data can be nested 64 levels deep at most.',
    })
  })

  it('does not overflow the stack on what it refuses', () => {
    expect(findDataProblem(nested(5_000, 'arrays'))).toMatchObject({ code: 'too_deep' })
  })
})

describe('findObjectRefs', () => {
  it.each<[string, string, unknown, [string, string][]]>([
    ['the id of the object', 'order.paid', { id: 'ORD-7' }, [['order', 'ord-7']]],
    ['a number for an id', 'order.paid', { id: 123 }, [['order', '123']]],
    [
      'ids of others',
      'order.paid',
      { customer_id: 5, cart_id: 'C9' },
      [
        ['customer', '5'],
        ['cart', 'c9'],
      ],
    ],
    [
      'nested objects',
      'order.paid',
      { customer: { id: 7, email: 'Ann@Example.com' } },
      [
        ['customer', '7'],
        ['email', 'ann@example.com'],
      ],
    ],
    [
      'e-mail addresses',
      'customer.created',
      { email: 'a@b.c', billing_email: 'd@e.f' },
      [
        ['email', 'a@b.c'],
        ['email', 'd@e.f'],
      ],
    ],
    ['each value once', 'order.paid', { id: 1, order_id: '1', order: { id: 1 } }, [['order', '1']]],
    [
      'lists',
      'order.paid',
      { items: [{ id: 1 }, { product_id: 2 }] },
      [
        ['items', '1'],
        ['product', '2'],
      ],
    ],
    ['a list for the object', 'order.paid', [{ id: 1 }], [['order', '1']]],
    ['four levels', 'order.paid', { a: { b: { c: { id: 1, d: { id: 2 } } } } }, [['c', '1']]],
    ['a type without a dot', 'order', { id: 1 }, [['order', '1']]],
  ])('finds %s', (_, type, object, expected) => {
    expect(findObjectRefs(type, object).map(({ kind, value }) => [kind, value])).toEqual(expected)
  })

  it.each([
    ['no object', null],
    ['text', 'ORD-7'],
    ['other keys', { name: 'x', idx: 1, paid: 2, identity: 3, emails: 'a@b.c', _id: 4, ID: 5 }],
    ['other values', { id: null, customer_id: true, cart_id: '', email: {} }],
    ['too long', { id: 'x'.repeat(129) }],
    ['NUL', { id: 'a\0b' }],
    ['a lone surrogate', { id: 'a\ud800b' }],
  ])('finds nothing in %s', (_, object) => {
    expect(findObjectRefs('order.paid', object)).toEqual([])
  })

  it('finds 128 characters', () => {
    expect(findObjectRefs('order.paid', { id: 'X'.repeat(128) })).toEqual([
      { kind: 'order', value: 'x'.repeat(128) },
    ])
  })

  it('finds 20 at most, and the own id among them', () => {
    const lines = Array.from({ length: 500 }, (_, count) => ({ product_id: count, variant_id: count }))
    const flat = Object.fromEntries(lines.map((_, count) => [`a${count}_id`, count]))
    for (const object of [
      { id: 1, lines },
      { id: 1, ...flat },
    ]) {
      const refs = findObjectRefs('order.paid', object)
      expect(refs).toHaveLength(20)
      expect(refs[0]).toEqual({ kind: 'order', value: '1' })
    }
  })
})

describe('findObjectRefs, of keys that cannot be stored', () => {
  it.each([
    ['NUL', { 'a\0b_id': '1' }],
    ['half a character', { '\ud800_id': '1' }],
    ['too long a name', { [`${'k'.repeat(3_000)}_id`]: '1' }],
    ['no name', { _id: '1' }],
    ['NUL in the name of a nested object', { 'a\0b': { id: '1' } }],
  ])('leaves out %s', (_, object) => {
    expect(findObjectRefs('order.paid', object)).toEqual([])
  })
})
