import { expect, it } from 'vitest'
import { eitherOr } from './either-or'

it.each([
  [[['type', 'data'], ['events']], 'Either `type` and `data`, or `events`.'],
  [[['a'], ['b', 'c', 'd'], ['e']], 'Either `a`, or `b`, `c` and `d`, or `e`.'],
])('says of %j which fields go together', (alternatives, sentence) => {
  expect(eitherOr(alternatives)).toBe(sentence)
})
