import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from '@/lib/testing/any-text'
import { parseRetryAfter } from './retry-after'

const DAY_SECONDS = 86_400
const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
const numbers = fc
  .tuple(
    fc.constantFrom('', '', '-', '+', '0', '.'),
    fc.bigInt({ min: 0n, max: 10n ** 30n }),
    fc.constantFrom('', 'e3', '.5', ' '),
  )
  .map((parts) => parts.join(''))

it('a Retry-After of any form asks for a wait of at most a day, or for none', () => {
  const values = fc.oneof(
    anyText(),
    numbers,
    dates.map((date) => date.toUTCString()),
    dates.map((date) => date.toISOString()),
  )
  fc.assert(
    fc.property(values, dates, (value, now) => {
      const waitMs = parseRetryAfter(value, now)
      if (waitMs === null) return
      expect(waitMs).toBeGreaterThan(0)
      expect(waitMs).toBeLessThanOrEqual(DAY_SECONDS * 1_000)
    }),
    { numRuns: 1_000 },
  )
})

it('seconds and dates of the next day are waited for exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: DAY_SECONDS }), dates, (seconds, at) => {
      const now = new Date(Math.floor(at.getTime() / 1_000) * 1_000)
      const then = new Date(now.getTime() + seconds * 1_000)
      expect(parseRetryAfter(String(seconds), now)).toBe(seconds * 1_000)
      expect(parseRetryAfter(then.toUTCString(), now)).toBe(seconds * 1_000)
    }),
  )
})
