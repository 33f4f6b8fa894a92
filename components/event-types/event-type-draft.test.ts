import { expect, it } from 'vitest'
import {
  changesOf,
  type DraftFaults,
  type EventTypeDraft,
  emptyDraft,
  faultsOf,
  findDraftFaults,
} from './event-type-draft'

const good: EventTypeDraft = {
  ...emptyDraft,
  name: 'parcel.lost',
  category: 'Parcels',
  description: 'It is gone.',
}

it.each<[string, Partial<EventTypeDraft>, DraftFaults]>([
  ['nothing', {}, {}],
  ['nothing around a name', { name: ' parcel.lost ' }, {}],
  ['an empty sample', { sample: ' ' }, {}],
  [
    'what is empty',
    { name: '', category: ' ', description: '', schema: '' },
    {
      name: 'Fill this in.',
      category: 'Fill this in.',
      description: 'Fill this in.',
      schema: 'Fill this in.',
    },
  ],
  ['a name that is none', { name: 'Parcel lost' }, { name: expect.stringContaining('object.what_happened') }],
  [
    'no JSON',
    { schema: '{\n  "type": object\n}' },
    { schema: expect.stringMatching(/^Line 2, column 11: /) },
  ],
  ['no object', { sample: '[1]' }, { sample: expect.stringMatching(/^Use an object/) }],
  [
    'a place in a schema',
    { schema: '{"type": "object", "properties": {"a": {"pattern": "("}}}' },
    { schema: 'properties → a → pattern: This is not a regular expression.' },
  ],
])('%s is told', (_, changes, faults) => {
  expect(findDraftFaults({ ...good, ...changes })).toEqual(faults)
})

it('puts what the server says to the fields', () => {
  expect(
    faultsOf([
      { pointer: '/changes/sample', code: 'x', detail: 'Too long.' },
      { pointer: '/schema/properties/a~1b', code: 'x', detail: 'Wrong.' },
      { pointer: '/schema', code: 'x', detail: 'Also wrong.' },
      { pointer: '/elsewhere', code: 'x', detail: 'Whatever.' },
    ]),
  ).toEqual({ sample: 'Too long.', schema: 'properties → a/b: Wrong.' })
})

it('saves what was changed, with a sample where there is none', () => {
  const saved = { ...good, sample: '{"id":1}' }
  expect(changesOf(saved, saved)).toEqual({})
  expect(changesOf({ ...saved, description: ' It is gone for good. ', validation: 'off' }, saved)).toEqual({
    description: 'It is gone for good.',
    validation: 'off',
  })
  expect(changesOf({ ...saved, sample: '' }, saved)).toEqual({ sample: '{"id":1,"status":"new"}' })
  const schema = '{"type": "object", "properties": {"code": {"type": "string"}}}'
  expect(changesOf({ ...saved, schema }, saved)).toEqual({ schema })
  expect(changesOf({ ...saved, schema, sample: ' ' }, saved)).toEqual({ schema, sample: '{"code":"text"}' })
})
