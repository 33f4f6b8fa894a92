import { describe, expect, it } from 'vitest'
import { filterCases } from '@/lib/testing/filter-cases'
import { eventFilterSchema, explainFilter, filterOperators, passesFilter, readFilter } from './event-filter'

const condition = { path: 'status', operator: 'equals', value: 'paid' }
const withCondition = (changes: Record<string, unknown>) => ({
  match: 'all',
  conditions: [{ ...condition, ...changes }],
})

describe('passesFilter', () => {
  it.each(filterCases)('$path $operator $value of $object: $holds', ({ object, holds, ...asked }) => {
    const filter = eventFilterSchema.parse({ match: 'all', conditions: [asked] })
    expect(passesFilter(filter, JSON.parse(object))).toBe(holds)
  })

  it('has a case of each operator that holds and one that does not', () => {
    for (const operator of filterOperators) {
      const found = filterCases.filter((each) => each.operator === operator).map(({ holds }) => holds)
      expect(new Set(found), operator).toEqual(new Set([true, false]))
    }
  })

  it.each([
    ['all', true, true, true],
    ['all', true, false, false],
    ['all', false, false, false],
    ['any', true, true, true],
    ['any', true, false, true],
    ['any', false, false, false],
  ] as const)('asks %s of %s and %s: %s', (match, first, second, passes) => {
    const conditions = [first, second].map((value) => ({ path: 'id', operator: 'exists' as const, value }))
    expect(passesFilter({ match, conditions }, { id: 1 })).toBe(passes)
  })
})

describe('explainFilter', () => {
  it('tells of each condition whether it holds, and what its path led to', () => {
    const filter = eventFilterSchema.parse({
      match: 'any',
      conditions: [condition, { path: 'customer.id', operator: 'exists', value: false }],
    })
    expect(explainFilter(filter, { status: 'new' })).toEqual({
      passes: true,
      conditions: [
        { condition: filter.conditions[0], holds: false, found: { value: 'new' } },
        { condition: filter.conditions[1], holds: true, found: null },
      ],
    })
  })

  it('takes for null what is beyond a double, since that is what is stored', () => {
    const filter = eventFilterSchema.parse(
      withCondition({ path: 'total', operator: 'greater_than', value: 5 }),
    )
    expect(explainFilter(filter, JSON.parse('{"total":1e400}')).conditions[0]).toMatchObject({
      holds: false,
      found: { value: null },
    })
  })
})

describe('eventFilterSchema', () => {
  it.each<[string, unknown]>([
    ['a text of 256 characters', withCondition({ value: 'x'.repeat(256) })],
    ['a path of 8 names', withCondition({ path: 'a.b.c.d.e.f.g.0' })],
    ['a path of 128 characters', withCondition({ path: 'x'.repeat(128) })],
    ['names of any script', withCondition({ path: 'kundin.größe.注文' })],
    ['null', withCondition({ value: null })],
    ['50 values', withCondition({ operator: 'in', value: Array.from({ length: 50 }, (_, each) => each) })],
    ['10 conditions', { match: 'any', conditions: Array.from({ length: 10 }, () => condition) }],
  ])('takes %s', (_, value) => {
    expect(readFilter(value)).toEqual(value)
  })

  it.each<[string, unknown, string]>([
    ['another match', { match: 'none', conditions: [condition] }, 'match'],
    ['no condition', { match: 'all', conditions: [] }, 'conditions'],
    [
      '11 conditions',
      { match: 'all', conditions: Array.from({ length: 11 }, () => condition) },
      'conditions',
    ],
    ['another operator', withCondition({ operator: 'matches' }), 'conditions.0.operator'],
    ['an empty path', withCondition({ path: '' }), 'conditions.0.path'],
    ['an empty name', withCondition({ path: 'a..b' }), 'conditions.0.path'],
    ['a dot at the end', withCondition({ path: 'a.' }), 'conditions.0.path'],
    ['9 names', withCondition({ path: 'a.b.c.d.e.f.g.h.i' }), 'conditions.0.path'],
    ['129 characters of a path', withCondition({ path: 'x'.repeat(129) }), 'conditions.0.path'],
    ['NUL in a path', withCondition({ path: 'a\0' }), 'conditions.0.path'],
    ['257 characters', withCondition({ value: 'x'.repeat(257) }), 'conditions.0.value'],
    ['half a character', withCondition({ value: '\ud800' }), 'conditions.0.value'],
    ['U+FFFD', withCondition({ value: '\ufffd' }), 'conditions.0.value'],
    ['an object', withCondition({ value: {} }), 'conditions.0.value'],
    ['no value', { match: 'all', conditions: [{ path: 'a', operator: 'equals' }] }, 'conditions.0.value'],
    ['a number beyond a double', withCondition({ value: Number.POSITIVE_INFINITY }), 'conditions.0.value'],
    ['a text to be greater than', withCondition({ operator: 'less_than', value: '5' }), 'conditions.0.value'],
    ['no list', withCondition({ operator: 'in' }), 'conditions.0.value'],
    ['an empty list', withCondition({ operator: 'not_in', value: [] }), 'conditions.0.value'],
    ['51 values', withCondition({ operator: 'in', value: Array(51).fill(1) }), 'conditions.0.value'],
    ['a list in a list', withCondition({ operator: 'in', value: [[1]] }), 'conditions.0.value.0'],
    ['a start that is empty', withCondition({ operator: 'starts_with', value: '' }), 'conditions.0.value'],
    ['exists without a boolean', withCondition({ operator: 'exists', value: 1 }), 'conditions.0.value'],
    ['another field', withCondition({ case: 'any' }), 'conditions.0'],
    ['another field outside', { match: 'all', conditions: [condition], limit: 1 }, ''],
    ['a list', [], ''],
  ])('refuses %s', (_, value, at) => {
    const parsed = eventFilterSchema.safeParse(value)
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(at)
    expect(readFilter(value)).toBeNull()
  })

  it('says what to do', () => {
    const messages = [
      withCondition({ operator: 'matches' }),
      withCondition({ value: {} }),
      withCondition({ path: 'a..b' }),
      withCondition({ operator: 'exists', value: 'yes' }),
    ].map((value) => eventFilterSchema.safeParse(value).error?.issues[0]?.message)
    expect(messages).toEqual([
      `Choose one of ${filterOperators.join(', ')}.`,
      'Use a text of at most 256 characters, a number, true, false or null.',
      'Separate the names by single dots, such as “customer.id”.',
      'Use true or false.',
    ])
  })
})
