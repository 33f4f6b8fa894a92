import { describe, expect, it } from 'vitest'
import { busyness, localTime, nextLocalHour, nextWorkingTime, WORKING_DAY } from './calendar'

const iso = (at: number) => new Date(at).toISOString()

describe('the time at the store', () => {
  it.each([
    ['winter', '2026-01-14T23:30:00Z', { hour: 0, isWeekend: false }],
    ['summer', '2026-07-15T22:30:00Z', { hour: 0, isWeekend: false }],
    ['Saturday here, Friday in UTC', '2026-07-17T22:00:00Z', { hour: 0, isWeekend: true }],
    ['Sunday', '2026-01-18T12:00:00Z', { hour: 13, isWeekend: true }],
  ])('in %s', (_, instant, expected) => {
    expect(localTime(Date.parse(instant))).toEqual(expected)
  })

  it.each([
    ['at work', '2026-01-14T09:12:34Z', '2026-01-14T09:12:34.000Z'],
    ['in the evening', '2026-01-14T20:12:34Z', '2026-01-15T07:12:34.000Z'],
    ['on Friday evening', '2026-01-16T20:12:34Z', '2026-01-19T07:12:34.000Z'],
  ])('next working time, %s', (_, from, to) => {
    expect(iso(nextWorkingTime(Date.parse(from)))).toBe(to)
  })

  it('next hour of a number', () => {
    expect(iso(nextLocalHour(Date.parse('2026-01-14T20:12:34Z'), 10))).toBe('2026-01-15T09:00:00.000Z')
    expect(iso(nextLocalHour(Date.parse('2026-01-14T09:12:34Z'), 10))).toBe('2026-01-14T09:00:00.000Z')
  })

  it('is busier by day than by night, and on working days', () => {
    const [night, day, sunday] = ['2026-01-14T02:00:00Z', '2026-01-14T10:00:00Z', '2026-01-18T10:00:00Z'].map(
      (instant) => busyness(Date.parse(instant)),
    )
    expect(day).toBeGreaterThan((night ?? 1) * 10)
    expect(day).toBeGreaterThan((sunday ?? 1) * 2)
    expect(WORKING_DAY).toBeGreaterThan(8)
  })
})
