import { describe, expect, it } from 'vitest'
import { defaultRetryPolicies, nextRetryDelayMs, parseRetryDelays } from './retry-policy'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const middle = 0.5

describe('the schedules', () => {
  it('standard is the one of Standard Webhooks: ten attempts over 75 h 35 min', () => {
    const { standard } = defaultRetryPolicies
    const hours = [2, 5, 10, 14, 20, 24].map((count) => count * hour)
    expect(standard).toEqual([5 * second, 5 * minute, 30 * minute, ...hours])
    expect(standard.reduce((sum, delay) => sum + delay, 0)).toBe(75 * hour + 35 * minute + 5 * second)
  })

  it('short is the one of the seed, none is none', () => {
    expect(defaultRetryPolicies.short).toEqual([10 * second, 100 * second, 1_000 * second])
    expect(defaultRetryPolicies.none).toEqual([])
  })
})

describe('nextRetryDelayMs', () => {
  const delays = [10 * second, 100 * second]

  it.each([
    [0, 10 * second],
    [1, 100 * second],
    [2, null],
    [3, null],
    [-1, null],
  ])('after %i retries it is %j ms', (step, expected) => {
    expect(nextRetryDelayMs(delays, step, middle)).toBe(expected)
  })

  it('is null from the start without a schedule', () => {
    expect(nextRetryDelayMs([], 0, middle, 5 * second)).toBeNull()
  })

  it.each([
    [0, 9_000],
    [0.25, 9_500],
    [0.5, 10_000],
    [0.75, 10_500],
    [1 - Number.EPSILON, 11_000],
  ])('is spread by a tenth: %d gives %i ms of 10 s', (spread, expected) => {
    expect(nextRetryDelayMs(delays, 0, spread)).toBe(expected)
  })

  it.each([
    ['nothing', null, 10 * second],
    ['less than the schedule', second, 10 * second],
    ['as much', 10 * second, 10 * second],
    ['more', minute, minute],
    ['a day', 24 * hour, 24 * hour],
    ['more than a day', 48 * hour, 24 * hour],
    ['less than nothing', -minute, 10 * second],
  ])('is what the receiver asks for where that is later: %s', (_, retryAfterMs, expected) => {
    expect(nextRetryDelayMs(delays, 0, middle, retryAfterMs)).toBe(expected)
  })

  it('is not brought below the schedule by a request of less', () => {
    expect(nextRetryDelayMs(delays, 1, 0, 10)).toBe(90 * second)
    expect(nextRetryDelayMs([24 * hour], 0, 0.75, hour)).toBe(25.2 * hour)
  })
})

describe('parseRetryDelays', () => {
  it.each([
    ['5s', [5 * second]],
    ['5s,5m,2h', [5 * second, 5 * minute, 2 * hour]],
    [' 5s , 5m ', [5 * second, 5 * minute]],
    ['250ms', [250]],
    ['1ms', [1]],
    ['24h', [24 * hour]],
    ['1440m', [24 * hour]],
    ['86400s', [24 * hour]],
    ['1h,1s', [hour, second]],
    [Array(20).fill('1s').join(), Array(20).fill(second)],
  ])('reads %j', (text, delays) => {
    expect(parseRetryDelays(text)).toEqual(delays)
  })

  it.each([
    '',
    ' ',
    ',',
    '5',
    's',
    '5 s',
    '5s,',
    ',5s',
    '5s;5m',
    '5s 5m',
    '0s',
    '-5s',
    '+5s',
    '1.5h',
    '1e3s',
    '5S',
    '5d',
    '5min',
    '25h',
    '86401s',
    '1441m',
    '9999999s',
    'none',
    '٥s',
    Array(21).fill('1s').join(),
  ])('refuses %j', (text) => {
    expect(parseRetryDelays(text)).toBeNull()
  })
})
