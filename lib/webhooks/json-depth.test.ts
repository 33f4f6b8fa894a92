import { expect, it } from 'vitest'
import { isDeeperThan } from './json-depth'

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

it.each<[unknown, number, boolean]>([
  [1, 0, false],
  [null, 0, false],
  [{}, 0, true],
  [{}, 1, false],
  [{ a: [1] }, 2, false],
  [{ a: 1, b: [{}] }, 2, true],
  [nested(100), 100, false],
  [nested(101), 100, true],
  [nested(100_000), 100, true],
])('case %#: more than the levels that are allowed', (value, most, isDeeper) => {
  expect(isDeeperThan(value, most)).toBe(isDeeper)
})
