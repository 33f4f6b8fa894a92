import { expect, it } from 'vitest'
import { addCondition } from './filter-draft'
import { labelOf, listFaults, placeOf } from './form-fields'
import { addHeaderRows, headerRowsOf } from './header-rows'

const values = {
  headers: addHeaderRows(headerRowsOf(['X-Shop', 'X/Y~Z']), [{ name: 'X-New', value: '1' }]),
  filter: addCondition(addCondition({ match: 'all', conditions: [] })),
}

it.each([
  ['/url', 'url'],
  ['/event_types/3', 'event_types'],
  ['/changes/timeout_seconds', 'timeout_seconds'],
  ['/changes', null],
  ['/metadata/key', null],
  ['/toString', null],
  ['', null],
  ['/headers/x-shop', 'headers.0.value'],
  ['/headers/X~1Y~0Z', 'headers.1.value'],
  ['/changes/headers/X-New', 'headers.2.name'],
  ['/headers/X-Nowhere', 'headers'],
  ['/headers', 'headers'],
  ['/filter/conditions/1/value', 'filter.conditions.1.value'],
  ['/filter/conditions/1/value/3', 'filter.conditions.1.value'],
  ['/changes/filter/conditions/0/path', 'filter.conditions.0.path'],
  ['/filter/conditions/0', 'filter.conditions.0.value'],
  ['/filter/conditions/2/path', 'filter'],
  ['/filter/match', 'filter'],
])('a fault at %j belongs to %s', (pointer, path) => {
  expect(placeOf({ pointer }, values)).toBe(path)
})

it.each([
  ['name', 'Name'],
  ['headers.1.name', 'Headers, header 2, name'],
  ['filter.conditions.0.value', 'Filter, condition 1, value'],
] as const)('%s is called “%s”', (path, label) => {
  expect(labelOf(path)).toBe(label)
})

it('lists what is wrong in the order of the form, within its rows too', () => {
  const fault = (message: string) => ({ type: 'custom', message })
  const errors = {
    filter: { conditions: [{ value: fault('Use a number.') }, { path: fault('Fill this in.') }] },
    headers: [undefined, undefined, { name: fault('Taken.') }],
    name: fault('Enter a name.'),
  }
  expect(listFaults(errors, values)).toEqual([
    { path: 'name', message: 'Enter a name.' },
    { path: 'headers.2.name', message: 'Taken.' },
    { path: 'filter.conditions.0.value', message: 'Use a number.' },
    { path: 'filter.conditions.1.path', message: 'Fill this in.' },
  ])
})
