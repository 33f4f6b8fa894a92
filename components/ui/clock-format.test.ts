import { describe, expect, it } from 'vitest'
import { formatDay, formatInstant, type InstantStyle, localIso, zoneLabel } from './clock-format'

const at = '2026-11-21T13:03:22.123Z'
const now = new Date('2026-12-01T00:00:00Z')

const instants: [at: string, timeZone: string, style: InstantStyle, text: string][] = [
  [at, 'Europe/Berlin', 'second', '21 Nov 14:03:22'],
  [at, 'Europe/Berlin', 'minute', '21 Nov 14:03'],
  [at, 'Europe/Berlin', 'day', '21 Nov'],
  [at, 'UTC', 'second', '21 Nov 13:03:22'],
  [at, 'America/New_York', 'second', '21 Nov 08:03:22'],
  [at, 'Asia/Kolkata', 'second', '21 Nov 18:33:22'],
  ['2026-07-01T22:00:00Z', 'Europe/Berlin', 'second', '2 Jul 00:00:00'],
  ['2025-11-21T13:03:22Z', 'Europe/Berlin', 'second', '21 Nov 2025 14:03:22'],
  ['2025-11-21T13:03:22Z', 'UTC', 'day', '21 Nov 2025'],
  ['2025-12-31T23:30:00Z', 'Europe/Berlin', 'minute', '1 Jan 00:30'],
  ['2025-12-31T23:30:00Z', 'UTC', 'minute', '31 Dec 2025 23:30'],
  ['2027-01-01T00:00:00Z', 'UTC', 'day', '1 Jan 2027'],
]

describe('formatInstant', () => {
  it.each(instants)('%s in %s, by the %s: %s', (instant, timeZone, style, text) => {
    expect(formatInstant(instant, timeZone, style, now)).toBe(text)
    expect(formatInstant(new Date(instant), timeZone, style, now)).toBe(text)
  })

  it('has the words of all months', () => {
    const days = Array.from({ length: 12 }, (_, month) =>
      formatInstant(new Date(Date.UTC(2026, month, 15)), 'UTC', 'day', now),
    )
    expect(days.join(', ')).toBe(
      '15 Jan, 15 Feb, 15 Mar, 15 Apr, 15 May, 15 Jun, 15 Jul, 15 Aug, 15 Sep, 15 Oct, 15 Nov, 15 Dec',
    )
  })
})

it('formatDay', () => {
  expect(formatDay('2026-11-21')).toBe('21 Nov')
  expect(formatDay('2026-03-05')).toBe('5 Mar')
})

it.each([
  ['Europe/Berlin', at, 'Europe/Berlin (UTC+1)'],
  ['Europe/Berlin', '2026-07-01T00:00:00Z', 'Europe/Berlin (UTC+2)'],
  ['America/New_York', at, 'America/New_York (UTC−5)'],
  ['America/St_Johns', at, 'America/St_Johns (UTC−3:30)'],
  ['Asia/Kathmandu', at, 'Asia/Kathmandu (UTC+5:45)'],
  ['Europe/London', at, 'Europe/London (UTC+0)'],
  ['UTC', at, 'UTC'],
])('zoneLabel of %s at %s: %s', (timeZone, instant, label) => {
  expect(zoneLabel(timeZone, instant)).toBe(label)
})

it.each([
  ['Europe/Berlin', '2026-11-21T14:03:22.123+01:00'],
  ['America/St_Johns', '2026-11-21T09:33:22.123-03:30'],
  ['UTC', '2026-11-21T13:03:22.123+00:00'],
])('localIso in %s: %s', (timeZone, iso) => {
  expect(localIso(at, timeZone)).toBe(iso)
  expect(new Date(iso).toISOString()).toBe(at)
})
