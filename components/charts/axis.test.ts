import { describe, expect, it } from 'vitest'
import { countTicks, labelledDays, rateTicks } from './axis'

describe('an axis of counts', () => {
  it.each([
    [0, 5],
    [3, 5],
    [5, 5],
    [6, 10],
    [412, 500],
    [501, 750],
    [1_204, 1_250],
    [98_000, 100_000],
  ])('of up to %i ends at %i', (max, end) => {
    const ticks = countTicks(max)
    expect(ticks).toHaveLength(6)
    expect(ticks[0]).toBe(0)
    expect(ticks.at(-1)).toBe(end)
    expect(ticks.every(Number.isInteger)).toBe(true)
  })

  it('holds every count, in whole steps', () => {
    for (let max = 0; max < 20_000; max += 7) {
      const ticks = countTicks(max)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max)
      expect(ticks.every(Number.isInteger)).toBe(true)
    }
  })
})

describe('an axis of rates', () => {
  it.each([
    [
      [0.991, null, 1],
      [0.95, 0.96, 0.97, 0.98, 0.99, 1],
    ],
    [
      [0.93, 1],
      [0.9, 0.92, 0.94, 0.96, 0.98, 1],
    ],
    [[0.85], [0.8, 0.84, 0.88, 0.92, 0.96, 1]],
    [
      [0.51, 1],
      [0.5, 0.6, 0.7, 0.8, 0.9, 1],
    ],
    [
      [0.5, 1],
      [0, 0.2, 0.4, 0.6, 0.8, 1],
    ],
    [[0.8], [0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    [[null], [0.95, 0.96, 0.97, 0.98, 0.99, 1]],
  ])('of %j', (rates, ticks) => {
    expect(rateTicks(rates)).toEqual(ticks)
  })
})

describe('the days that have their names', () => {
  const days = (count: number) => Array.from({ length: count }, (_, index) => `day ${index + 1}`)

  it.each([
    [7, 7, ['day 1', 'day 2', 'day 3', 'day 4', 'day 5', 'day 6', 'day 7']],
    [7, 6, ['day 1', 'day 3', 'day 5', 'day 7']],
    [30, 4, ['day 6', 'day 14', 'day 22', 'day 30']],
    [90, 1, ['day 90']],
    [90, 0, ['day 90']],
  ])('%i days in room for %i', (count, room, named) => {
    expect(labelledDays(days(count), room)).toEqual(named)
  })
})
