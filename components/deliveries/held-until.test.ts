import { expect, it } from 'vitest'
import { type Holdable, heldUntil } from './held-until'

const nowMs = Date.parse('2026-11-21T14:03:00Z')
const at = (seconds: number) => new Date(nowMs + seconds * 1_000).toISOString()
const held: Holdable = {
  inFlight: false,
  isTest: false,
  resendRequested: false,
  nextAttemptAt: at(-240),
  endpointPausedUntil: at(30),
}

it.each<[string, Partial<Holdable>, boolean]>([
  ['is due', {}, true],
  ['comes due during the pause', { nextAttemptAt: at(20) }, true],
  ['comes due after the pause', { nextAttemptAt: at(31) }, false],
  ['is final', { nextAttemptAt: null }, false],
  ['is sent now', { inFlight: true }, false],
  ['was asked for', { resendRequested: true }, false],
  ['is a test', { isTest: true }, false],
  ['goes to an endpoint that is not paused', { endpointPausedUntil: null }, false],
  ['goes to an endpoint whose pause is over', { endpointPausedUntil: at(0) }, false],
])('a delivery that %s: %j', (_, changes, isHeld) => {
  const row = { ...held, ...changes }
  expect(heldUntil(row, nowMs)).toBe(isHeld ? row.endpointPausedUntil : null)
})

it('believes the server while the browser has no time', () => {
  expect(heldUntil({ ...held, endpointPausedUntil: at(0) }, null)).toBe(at(0))
})
