import { describe, expect, it } from 'vitest'
import { SlowDown } from './slow-down'

describe('SlowDown', () => {
  it('halves for each round of complaints, down to one', () => {
    const slowDown = new SlowDown()
    const limits: number[] = [slowDown.within(16)]
    for (let nowMs = 1; nowMs <= 6; nowMs++) {
      slowDown.complain(16, nowMs, nowMs)
      limits.push(slowDown.within(16))
    }
    expect(limits).toEqual([16, 8, 4, 2, 1, 1, 1])
  })

  it('takes complaints of requests that began before the last one as the same', () => {
    const slowDown = new SlowDown()
    for (let count = 0; count < 8; count++) slowDown.complain(8, 0, 100 + count)
    expect(slowDown.within(8)).toBe(4)
  })

  it('gets one more for each round that goes well, up to all', () => {
    const slowDown = new SlowDown()
    slowDown.restart(0)
    const rounds: number[] = []
    for (let round = 0; round < 5; round++) {
      for (let count = slowDown.within(5); count > 0; count--) slowDown.relax(5)
      rounds.push(slowDown.within(5))
    }
    expect(rounds).toEqual([2, 2, 3, 4, 5])
    for (let count = 0; count < 5; count++) slowDown.relax(5)
    expect(slowDown.within(64)).toBe(64)
  })
})
