import { describe, expect, it } from 'vitest'
import { disablesAt, type Failing, nextNotice, reachedPercent } from './endpoint-health'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const START = Date.UTC(2026, 10, 21, 14, 2)

const later = (ms: number) => new Date(START + ms)

/** Failing since the start; the rest in ms after it. */
function failing(lastFailure: number, snoozed: number | null = null): Failing {
  return {
    failingSince: later(0),
    lastFailureAt: later(lastFailure),
    snoozedUntil: snoozed === null ? null : later(snoozed),
  }
}

const well: Failing = { failingSince: null, lastFailureAt: later(-DAY), snoozedUntil: null }

describe('disablesAt', () => {
  it.each([
    ['nothing fails', well, 5 * DAY, null],
    ['five days', failing(0), 5 * DAY, later(5 * DAY)],
    ['one day', failing(0), DAY, later(DAY)],
    ['a snooze beyond the end', failing(0, 5.5 * DAY), 5 * DAY, later(5.5 * DAY)],
    ['a snooze that ends before', failing(0, 4 * DAY), 5 * DAY, later(5 * DAY)],
    ['already over', failing(9 * DAY), 5 * DAY, later(5 * DAY)],
  ])('%s', (_, health, disableAfterMs, expected) => {
    expect(disablesAt(health, disableAfterMs)).toEqual(expected)
  })
})

describe('reachedPercent', () => {
  it.each([
    ['nothing fails', well, 0],
    ['the first failure', failing(0), 0],
    ['just before half of the time', failing(60 * HOUR - 1), 0],
    ['half of the time', failing(60 * HOUR), 50],
    ['just before 90 %', failing(108 * HOUR - 1), 50],
    ['90 %', failing(108 * HOUR), 90],
    ['just before the end', failing(5 * DAY - 1), 90],
    ['the end', failing(5 * DAY), 100],
    ['long after the end', failing(50 * DAY), 100],
    ['the end, put off', failing(5 * DAY, 6 * DAY), 90],
    ['the end of the snooze', failing(6 * DAY, 6 * DAY), 100],
    ['a snooze leaves the warnings where they are', failing(60 * HOUR, 6 * DAY), 50],
    ['a failing time without a failure', { ...failing(0), lastFailureAt: null }, 0],
  ])('%s', (_, health, expected) => {
    expect(reachedPercent(health, 5 * DAY)).toBe(expected)
  })

  it('follows the time that a deployment gives', () => {
    expect(reachedPercent(failing(12 * HOUR), DAY)).toBe(50)
    expect(reachedPercent(failing(12 * HOUR), 30 * DAY)).toBe(0)
    expect(reachedPercent(failing(DAY), DAY)).toBe(100)
  })
})

describe('nextNotice', () => {
  const unwarned = { warnedPercent: 0, warnedSince: null }
  const warned = (warnedPercent: number, since = 0) => ({ warnedPercent, warnedSince: later(since) })

  it.each([
    ['well, never warned of', { ...well, ...unwarned }, null],
    ['failing, not for long', { ...failing(DAY), ...unwarned }, null],
    ['half of the time', { ...failing(60 * HOUR), ...unwarned }, 'failing_50'],
    ['half of the time, told already', { ...failing(61 * HOUR), ...warned(50) }, null],
    ['90 %', { ...failing(109 * HOUR), ...warned(50) }, 'failing_90'],
    ['90 % without a failure between', { ...failing(109 * HOUR), ...unwarned }, 'failing_90'],
    ['90 %, told already', { ...failing(110 * HOUR), ...warned(90) }, null],
    ['the end', { ...failing(5 * DAY), ...warned(90) }, 'disabled_failing'],
    ['the end at once', { ...failing(7 * DAY), ...unwarned }, 'disabled_failing'],
    ['the end, put off', { ...failing(5 * DAY, 6 * DAY), ...warned(90) }, null],
    ['well again', { ...well, ...warned(50) }, 'recovered'],
    ['well again, and failing anew', { ...failing(HOUR), ...warned(50, -9 * DAY) }, 'recovered'],
    ['disabled before', { ...failing(6 * DAY), ...warned(100) }, null],
  ])('%s', (_, health, expected) => {
    expect(nextNotice(health, 5 * DAY)).toBe(expected)
  })
})
