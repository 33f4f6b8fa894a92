import { expect, it } from 'vitest'
import { relativeTime } from './relative-time'

const nowMs = Date.parse('2026-11-21T13:00:00Z')

it.each([
  ['2026-11-21T13:00:00Z', 'now'],
  ['2026-11-21T12:59:31Z', 'now'],
  ['2026-11-21T13:00:29Z', 'now'],
  ['2026-11-21T12:59:30Z', '1 min ago'],
  ['2026-11-21T12:57:00Z', '3 min ago'],
  ['2026-11-21T13:12:00Z', 'in 12 min'],
  ['2026-11-21T12:00:01Z', '1 h ago'],
  ['2026-11-21T11:00:30Z', '2 h ago'],
  ['2026-11-21T11:01:00Z', '1 h ago'],
  ['2026-11-22T12:59:00Z', 'in 23 h'],
  ['2026-11-22T13:00:00Z', 'in 1 d'],
  ['2026-10-22T13:00:00Z', '30 d ago'],
])('%s: %s', (at, text) => {
  expect(relativeTime(at, nowMs)).toBe(text)
})
