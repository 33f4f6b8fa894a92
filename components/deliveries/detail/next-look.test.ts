import { expect, it } from 'vitest'
import { nextLookMs } from './next-look'

const now = Date.parse('2026-11-21T14:03:00Z')
const at = (seconds: number) => new Date(now + seconds * 1_000).toISOString()
const final = { status: 'failed', resendRequested: false, inFlight: false, nextAttemptAt: null } as const
const waiting = (seconds: number) => ({ ...final, status: 'retrying', nextAttemptAt: at(seconds) }) as const

it.each([
  ['is final', final, false],
  ['waits for its first attempt', { ...final, status: 'pending', nextAttemptAt: at(0) } as const, 2_000],
  ['is in flight', { ...waiting(900), inFlight: true }, 2_000],
  ['has a resend queued', { ...waiting(900), resendRequested: true }, 2_000],
  ['is due', waiting(-5), 2_000],
  ['is tried again in a second', waiting(1), 2_000],
  ['is tried again in 20 s', waiting(20), 20_000],
  ['is tried again in hours', waiting(7_200), 30_000],
] as const)('looks at a delivery that %s', (_, delivery, ms) => {
  expect(nextLookMs(delivery, now)).toBe(ms)
})
