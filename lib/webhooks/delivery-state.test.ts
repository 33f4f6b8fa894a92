import { describe, expect, it } from 'vitest'
import { type AttemptedDelivery, type NextState, nextState, triggers } from './delivery-state'

const delays = [10_000, 100_000]
const scheduledDueAt = new Date('2026-03-01T12:00:00Z')

const first: AttemptedDelivery = {
  trigger: 'event',
  policyStep: 0,
  scheduledDueAt: null,
  revives: false,
  resendId: null,
}
const resendBetween: AttemptedDelivery = { ...first, trigger: 'resend', policyStep: 1, scheduledDueAt }
const resendOfFinished: AttemptedDelivery = { ...first, trigger: 'resend', revives: true }
const resentByJob: AttemptedDelivery = {
  ...resendOfFinished,
  resendId: '01933333-0000-7000-8000-000000000001',
}

const success = { ok: true, httpStatus: 200, retryAfterMs: null }
const noAnswer = { ok: false, httpStatus: null, retryAfterMs: null }
const serverError = { ok: false, httpStatus: 500, retryAfterMs: null }
const tooMany = { ok: false, httpStatus: 429, retryAfterMs: 3_600_000 }
const gone = { ok: false, httpStatus: 410, retryAfterMs: null }
const permanent = { ...noAnswer, isPermanent: true }

const delivered: NextState = { kind: 'delivered' }
const failed: NextState = { kind: 'failed' }
const backToSchedule: NextState = { kind: 'wait', dueAt: scheduledDueAt, notBeforeMs: 0, policyStep: 1 }

function retry(delayMs: number, policyStep: number): NextState {
  return { kind: 'retry', delayMs, policyStep }
}

describe('nextState', () => {
  it.each<[string, AttemptedDelivery, typeof success | typeof noAnswer | typeof tooMany, NextState]>([
    ['a first attempt, no answer', first, noAnswer, retry(10_000, 1)],
    ['a first attempt, 500', first, serverError, retry(10_000, 1)],
    ['a first attempt, 410', first, gone, failed],
    ['a first attempt that would fail each time', first, permanent, failed],
    ['a retry that would fail each time', { ...first, trigger: 'retry', policyStep: 1 }, permanent, failed],
    ['a resend between retries that would fail each time', resendBetween, permanent, failed],
    ['a resend by a job that would fail each time', resentByJob, permanent, failed],
    ['a first attempt, 429 with an hour to wait', first, tooMany, retry(3_600_000, 1)],
    ['the first retry', { ...first, trigger: 'retry', policyStep: 1 }, serverError, retry(100_000, 2)],
    ['the last retry', { ...first, trigger: 'retry', policyStep: 2 }, serverError, failed],
    ['the last retry, 429', { ...first, trigger: 'retry', policyStep: 2 }, tooMany, failed],
    ['a catch-up', { ...first, trigger: 'catch_up' }, serverError, retry(10_000, 1)],
    ['a test', { ...first, trigger: 'test' }, serverError, failed],
    ['a test, 429', { ...first, trigger: 'test' }, tooMany, failed],
    ['a resend between retries', resendBetween, serverError, backToSchedule],
    ['a resend between retries, 410', resendBetween, gone, failed],
    ['a resend between retries, 429', resendBetween, tooMany, { ...backToSchedule, notBeforeMs: 3_600_000 }],
    ['a resend of a finished delivery', resendOfFinished, serverError, failed],
    ['a resend of a finished delivery, 429', resendOfFinished, tooMany, failed],
    ['a resend of a finished delivery by a job', resentByJob, serverError, retry(10_000, 1)],
    [
      'the last retry of one by a job',
      { ...resentByJob, trigger: 'retry', policyStep: 2 },
      serverError,
      failed,
    ],
    [
      'a retry, whatever schedule was kept',
      { ...resendBetween, trigger: 'retry' },
      serverError,
      retry(100_000, 2),
    ],
  ])('after %s', (_, delivery, outcome, expected) => {
    expect(nextState(delivery, outcome, delays, 0.5)).toEqual(expected)
  })

  it.each(triggers)('is delivered after a success, whatever caused it: %s', (trigger) => {
    for (const delivery of [first, resendBetween, resendOfFinished, { ...first, policyStep: 9 }]) {
      expect(nextState({ ...delivery, trigger }, success, delays, 0.5)).toEqual(delivered)
    }
  })

  it('fails after one attempt without a schedule', () => {
    expect(nextState(first, serverError, [], 0.5)).toEqual(failed)
  })

  it('spreads the delay', () => {
    expect(nextState(first, serverError, delays, 0)).toEqual(retry(9_000, 1))
    expect(nextState(first, serverError, delays, 0.75)).toEqual(retry(10_500, 1))
  })

  it('comes to an end: as many attempts as the schedule has delays, and one', () => {
    const states: NextState[] = []
    let delivery = first
    for (;;) {
      const state = nextState(delivery, serverError, delays, 0.5)
      states.push(state)
      if (state.kind !== 'retry') break
      delivery = { ...delivery, trigger: 'retry', policyStep: state.policyStep }
    }
    expect(states.map(({ kind }) => kind)).toEqual(['retry', 'retry', 'failed'])
  })
})
