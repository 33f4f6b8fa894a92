import { describe, expect, it } from 'vitest'
import { startOfDay } from './local-day'

describe('startOfDay', () => {
  it.each([
    ['2026-01-15', 'UTC', 0, '2026-01-15T00:00:00.000Z'],
    ['2026-01-15', 'Europe/Berlin', 0, '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', 'Europe/Berlin', 0, '2026-07-14T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', 0, '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', 1, '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', 0, '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', 1, '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', 'America/New_York', 1, '2027-01-01T05:00:00.000Z'],
    ['2026-06-01', 'Asia/Kathmandu', 0, '2026-05-31T18:15:00.000Z'],
  ])('%s in %s, %i later', (day, timeZone, daysLater, expected) => {
    expect(startOfDay(day, timeZone, daysLater).toISOString()).toBe(expected)
  })
})
