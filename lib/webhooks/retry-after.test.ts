import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from './retry-after'

const now = new Date('2026-03-01T12:00:00Z')
const dayMs = 86_400_000

describe('parseRetryAfter', () => {
  it.each([
    ['120', 120_000],
    ['1', 1_000],
    ['86400', dayMs],
    ['86401', dayMs],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120_000],
    ['Tue, 03 Mar 2026 12:00:00 GMT', dayMs],
  ])('%j is %i ms', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected)
  })

  it.each([
    undefined,
    '',
    '0',
    '-5',
    '+5',
    '1e9',
    '1.5',
    ' 120',
    '120 ',
    '120s',
    '120, 240',
    'abc',
    'Infinity',
    '0x10',
    '١٢٠',
    '99999999999',
    '9'.repeat(400),
    'Sun, 01 Mar 2026 12:00:00 GMT',
    'Sun, 01 Mar 2026 11:59:59 GMT',
    'Mon, 02 Mar 2099 12:00:00 GMT',
    'Mon, 01 Mar 2026 12:02:00 GMT',
    'Sun, 01 Mar 2026 12:02:00',
    'Sun, 01 Mar 2026 12:02:00 UTC',
    'Sun, 01 Mar 2026 12:02:00 +0000',
    'Sunday, 01-Mar-26 12:02:00 GMT',
    'Sun Mar  1 12:02:00 2026',
    '2026-03-01T12:02:00Z',
    'Sat, 31 Feb 2026 12:00:00 GMT',
  ])('%j asks for nothing', (value) => {
    expect(parseRetryAfter(value, now)).toBeNull()
  })
})
