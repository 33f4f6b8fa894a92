import { expect, it } from 'vitest'
import { eventTypes, getEventType } from '@/lib/webhooks/event-types/catalogue'
import { checkPlaceholders } from '@/lib/webhooks/placeholders'
import { addCondition, type ConditionDraft } from './filter-draft'
import { pathNote } from './filter-notes'
import { chosenTypes, samplePaths } from './sample-paths'

const types = chosenTypes(
  { all_event_types: false, event_types: ['order.paid', 'cart.updated', 'no.such'] },
  eventTypes,
)

it('lists what the samples of the chosen types have, ids first and each once', () => {
  const paths = samplePaths(types).map(({ path }) => path)
  expect(types.map(({ name }) => name)).toEqual(['order.paid', 'cart.updated'])
  expect(paths[0]).toBe('id')
  expect(paths.findIndex((path) => !/(^|[._])id$/.test(path))).toBeGreaterThan(1)
  expect(paths).toContain('session_id')
  expect(paths).toContain('coupon_codes')
  expect(paths.filter((path) => path.startsWith('line_items'))).toEqual([])
  expect(new Set(paths).size).toBe(paths.length)
})

it('lists nothing that could not be a placeholder, of any type', () => {
  for (const { path } of samplePaths(chosenTypes({ all_event_types: true, event_types: [] }, eventTypes))) {
    expect(checkPlaceholders(`https://example.com/{{${path}}}`)).toEqual({ ok: true })
  }
})

it.each<[string, Partial<ConditionDraft>, string | null]>([
  ['what is there', { path: 'total', type: 'number', value: '7' }, null],
  ['what is nowhere', { path: 'colour' }, 'No sample of the chosen event types has “colour”.'],
  ['what one of them has', { path: 'coupon_codes', operator: 'contains', value: 'X' }, null],
  ['what may be in what is null there', { path: 'added_item.sku' }, null],
  ['what is not typed yet', { path: ' ' }, null],
  ['a place in a list', { path: 'line_items.0.sku' }, null],
  [
    'a text for a number',
    { path: 'total', value: '7' },
    'In the samples, “total” is a number, which never equals what is given here.',
  ],
  ['null for a number', { path: 'total', type: 'null' }, null],
])('%s is noted', (_, changed, note) => {
  const [draft] = addCondition({ match: 'all', conditions: [] }).conditions
  if (!draft) throw new Error('There is no condition.')
  expect(pathNote({ ...draft, ...changed }, types)).toBe(note)
})

it('names the one type that is chosen', () => {
  const [draft] = addCondition({ match: 'all', conditions: [] }, 'colour').conditions
  const paid = getEventType('order.paid')
  if (!draft || !paid) throw new Error('There is no condition, or no such type.')
  expect(pathNote(draft, [paid])).toBe('The sample of order.paid has no “colour”.')
  expect(pathNote(draft, [])).toBeNull()
})
