import { expect, it } from 'vitest'
import { fieldOf } from './form-fields'

it.each([
  ['/url', 'url'],
  ['/event_types/3', 'event_types'],
  ['/changes/timeout_seconds', 'timeout_seconds'],
  ['/changes', null],
  ['/metadata/key', null],
  ['/toString', null],
  ['', null],
])('a fault at %j belongs to the field %s', (pointer, field) => {
  expect(fieldOf({ pointer })).toBe(field)
})
