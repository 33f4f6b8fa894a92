import { describe, expect, it } from 'vitest'
import type { EventFilter, FilterCondition } from '@/lib/webhooks/event-filter'
import { addCondition, type ConditionDraft, filterDraftOf, toFilter } from './filter-draft'

const conditions: FilterCondition[] = [
  { path: 'status', operator: 'equals', value: 'paid' },
  { path: 'status', operator: 'equals', value: '' },
  { path: 'total', operator: 'not_equals', value: 1.5e-7 },
  { path: 'is_gift', operator: 'equals', value: false },
  { path: 'note', operator: 'equals', value: null },
  { path: 'status', operator: 'in', value: ['paid', 'sent'] },
  { path: 'id', operator: 'not_in', value: [1, 2.5] },
  { path: 'x', operator: 'in', value: [1, 'two', null, true] },
  { path: 'x', operator: 'in', value: [' spaced', 'two\nlines', ''] },
  { path: 'total', operator: 'greater_than', value: 100 },
  { path: 'total', operator: 'less_than_or_equal', value: -1 },
  { path: 'name', operator: 'contains', value: 'ü' },
  { path: 'name', operator: 'starts_with', value: 'A' },
  { path: 'note', operator: 'exists', value: false },
]

it.each(conditions)('$path $operator $value is saved again as it was', (condition) => {
  const filter: EventFilter = { match: 'any', conditions: [condition] }
  expect(toFilter(filterDraftOf(filter))).toEqual(filter)
})

it.each([[null], [undefined], ['text'], [{ match: 'some', conditions: [] }]])('%j is no filter', (stored) => {
  const draft = filterDraftOf(stored)
  expect(draft).toEqual({ match: 'all', conditions: [] })
  expect(toFilter(draft)).toBeNull()
})

describe('what is typed', () => {
  const typed = (changed: Partial<ConditionDraft>) => {
    const [draft] = addCondition({ match: 'all', conditions: [] }, ' total ').conditions
    if (!draft) throw new Error('There is no condition.')
    return toFilter({ match: 'all', conditions: [{ ...draft, ...changed }] })?.conditions[0]
  }
  const cases: [string, Partial<ConditionDraft>, FilterCondition['value']][] = [
    ['a number', { type: 'number', value: ' 7 ' }, 7],
    ['no number', { type: 'number', value: 'seven' }, Number.NaN],
    ['an empty number', { operator: 'greater_than', value: '' }, Number.NaN],
    ['a text that looks like a number', { value: '7' }, '7'],
    ['texts', { operator: 'in', value: ' a \n\nb' }, ['a', 'b']],
    ['no JSON', { operator: 'in', type: 'mixed', value: '1\ntwo' }, [1, Number.NaN]],
    ['an object', { operator: 'in', type: 'mixed', value: '{"a":1}' }, [Number.NaN]],
  ]
  it.each(cases)('%s', (_, changed, value) => {
    expect(typed(changed)).toMatchObject({ path: 'total', value })
  })
})
