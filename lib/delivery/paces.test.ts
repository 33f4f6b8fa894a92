import { describe, expect, it } from 'vitest'
import { Paces } from './paces'

function answering(tookMs: readonly number[], nowMs = 0): Paces {
  const paces = new Paces()
  for (const each of tookMs) paces.end(paces.begin('a', nowMs - each), true, nowMs)
  return paces
}

describe('Paces', () => {
  it.each([
    [[], 'unknown'],
    [[10], 'quick'],
    [[1_000], 'quick'],
    [[1_001], 'slow'],
    [[10, 4_000], 'quick'],
    [[10, 4_000, 4_000], 'slow'],
    [[5_000, 10, 10, 10, 10, 10, 10], 'slow'],
    [[5_000, 10, 10, 10, 10, 10, 10, 10, 10], 'quick'],
  ] as const)('after answers in %j ms it is %s', (tookMs, expected) => {
    expect(answering(tookMs).of('a', 0)).toBe(expected)
  })

  it('counts what is in flight to those that are not known to be quick', () => {
    const paces = answering([10])
    paces.begin('a', 0)
    const [first, second] = [paces.begin('b', 0), paces.begin('b', 0)]
    expect(paces.notQuick).toBe(2)
    paces.end(first, true, 50)
    expect([paces.of('b', 50), paces.notQuick]).toEqual(['quick', 0])
    paces.end(second, true, 50)
    expect(paces.notQuick).toBe(0)
  })

  it('notices what hangs while it does', () => {
    const paces = answering([10])
    const hanging = paces.begin('a', 0)
    paces.begin('a', 900)
    paces.sweep(1_000)
    expect(paces.notQuick).toBe(0)
    paces.sweep(1_001)
    expect([paces.notQuick, paces.of('a', 1_001)]).toEqual([2, 'slow'])
    paces.end(hanging, true, 1_200)
    expect([paces.notQuick, paces.of('a', 1_200)]).toEqual([0, 'quick'])
  })

  it('learns nothing from what was not sent, and forgets what is over', () => {
    const paces = new Paces()
    const run = paces.begin('a', 0)
    paces.forget('a')
    expect(paces.notQuick).toBe(1)
    paces.end(run, false, 5)
    expect([paces.of('a', 5), paces.notQuick]).toEqual(['unknown', 0])
    const answered = answering([10])
    answered.forget('a')
    expect(answered.of('a', 0)).toBe('unknown')
  })
})
