import { describe, expect, it } from 'vitest'
import { failure, success } from '@/lib/testing/factories'
import type { Outcome } from '@/lib/webhooks/outcome'
import { breakerDefaults } from './circuit-breaker'
import type { EndpointFacts } from './endpoint-limit'
import { EndpointLimits } from './endpoint-limits'
import { share } from './share'

const id = '01a1ff84-1d90-77f5-a63e-987cfdd63000'
const facts: EndpointFacts = { concurrency: 8, rateLimit: null, revision: 1 }
const timeout: Outcome = { ...failure, httpStatus: null, error: 'timeout' }

function limitsWith(more: Partial<EndpointFacts> = {}, senders = 1, slots = 64) {
  const limits = new EndpointLimits({
    shareOf: (total, endpointId) => share(total, senders, 0, endpointId),
    slots,
    breaker: breakerDefaults,
    random: () => 0,
  })
  limits.learn(id, { ...facts, ...more }, 0)
  return limits
}

/** Attempts that began and ended at this moment; the last change of a pause. */
function attempt(
  limits: EndpointLimits,
  outcome: Outcome,
  nowMs: number,
  { count = 1, isTest = false } = {},
) {
  let change: ReturnType<EndpointLimits['end']>
  for (let index = 0; index < count; index++) {
    change = limits.end(limits.begin(id, nowMs), { outcome, wasSent: true, isTest }, nowMs)
  }
  return change
}

describe('EndpointLimits', () => {
  it.each([
    ['alone', {}, 1, 32],
    ['among three', {}, 3, 12],
    ['with a rate', { rateLimit: 5 }, 1, 10],
    ['with a rate among three', { rateLimit: 5 }, 3, 4],
    ['with a high rate', { rateLimit: 1_000 }, 1, 32],
    ['without a share of the rate', { rateLimit: 1 }, 2, 2],
  ])('%s', (_, more, senders, most) => {
    expect(limitsWith(more, senders).allowance(id, 0, 0)).toEqual({
      scope: 'all',
      most,
      mostAsked: most,
      kept: most,
    })
  })

  it('gives nothing to who has no share, not even what people ask for', () => {
    const limits = new EndpointLimits({
      shareOf: () => 0,
      slots: 64,
      breaker: breakerDefaults,
      random: () => 0,
    })
    limits.learn(id, facts, 0)
    expect(limits.allowance(id, 0, 0)).toEqual({ scope: 'all', most: 0, mostAsked: 0, kept: 0 })
    expect(limits.gate(id, 0, true, 0)).toBe('own')
  })

  it('pauses an endpoint that does not answer, but for what people ask for, then lets one probe go', () => {
    const limits = limitsWith()
    expect(attempt(limits, timeout, 0, { count: 5 })).toEqual({ pausedForMs: 5_000 })
    expect(limits.allowance(id, 0, 10)).toEqual({ scope: 'asked', most: 0, mostAsked: 32, kept: 0 })
    expect([limits.gate(id, 0, false, 1_000), limits.gate(id, 0, true, 1_000)]).toEqual([4_000, 0])
    expect(limits.listTroubled(10)).toEqual([id])
    expect(limits.allowance(id, 0, 5_000)).toMatchObject({ scope: 'all', most: 1 })
    expect(limits.allowance(id, 1, 5_000)).toMatchObject({ scope: 'asked', most: 0 })
    expect([limits.gate(id, 0, false, 5_000), limits.gate(id, 1, false, 5_000)]).toEqual([0, 'own'])
    expect(attempt(limits, success, 5_000)).toEqual({ pausedForMs: null })
    expect(limits.allowance(id, 0, 5_000)).toMatchObject({ scope: 'all', most: 4 })
    expect(limits.listTroubled(5_000)).toEqual([])
  })

  it.each([
    [60_000, 60_000],
    [3_600_000, 300_000],
  ])('waits %i ms as a receiver asks for, but %i at most', (retryAfterMs, pausedForMs) => {
    const limits = limitsWith()
    const busy: Outcome = { ...failure, httpStatus: 503, retryAfterMs }
    expect(attempt(limits, busy, 0)).toEqual({ pausedForMs })
    expect(attempt(limits, busy, 1)).toBeUndefined()
    expect(limits.gate(id, 0, false, pausedForMs)).toBe(1)
    expect(limits.gate(id, 0, false, pausedForMs + 1)).toBe(0)
    expect(limits.listTroubled(pausedForMs + 1)).toEqual([])
    expect(attempt(limits, success, pausedForMs + 1)).toEqual({ pausedForMs: null })
  })

  it('sends less at once where the receiver says that it is too much', () => {
    const limits = limitsWith()
    attempt(limits, { ...failure, httpStatus: 429 }, 1)
    expect([limits.gate(id, 3, false, 1), limits.gate(id, 4, false, 1)]).toEqual([0, 'own'])
    expect(limits.allowance(id, 0, 1).most).toBe(16)
  })

  it('forgets how an endpoint was once its configuration is changed', () => {
    const limits = limitsWith()
    attempt(limits, timeout, 0, { count: 5 })
    limits.learn(id, { ...facts, revision: 2, concurrency: 2 }, 10)
    expect(limits.allowance(id, 0, 10)).toMatchObject({ scope: 'all' })
    limits.learn(id, facts, 20)
    expect(limits.allowance(id, 0, 20).mostAsked).toBe(8)
    expect(limits.listTroubled(20)).toEqual([])
    expect(attempt(limits, success, 20)).toEqual({ pausedForMs: null })
    expect(attempt(limits, success, 20)).toBeUndefined()
  })

  it('takes a test send that fails for nothing, and one that succeeds for the end of a pause', () => {
    const limits = limitsWith()
    expect(attempt(limits, timeout, 0, { count: 30, isTest: true })).toBeUndefined()
    attempt(limits, timeout, 0, { count: 5 })
    expect(attempt(limits, success, 10, { isTest: true })).toEqual({ pausedForMs: null })
  })

  it('leaves half of the process to endpoints that answer soon', () => {
    const limits = limitsWith({}, 1, 8)
    const quick = '01a1ff84-1d90-77f5-a63e-987cfdd63001'
    limits.learn(quick, facts, 0)
    limits.end(limits.begin(quick, 0), { outcome: success, wasSent: true, isTest: false }, 5)
    for (let count = 0; count < 4; count++) limits.begin(id, 0)
    expect([limits.gate(id, 4, false, 10), limits.gate(id, 4, true, 10)]).toEqual(['others', 0])
    expect(limits.gate(quick, 0, false, 10)).toBe(0)
    for (const unknown of ['01a1ff84-1d90-77f5-a63e-987cfdd63002', '01a1ff84-1d90-77f5-a63e-987cfdd63003']) {
      limits.learn(unknown, facts, 0)
      expect(limits.gate(unknown, 0, false, 10)).toBe(0)
      limits.begin(unknown, 10)
      expect(limits.gate(unknown, 1, false, 10)).toBe('others')
    }
    const tooMany = '01a1ff84-1d90-77f5-a63e-987cfdd63004'
    limits.learn(tooMany, facts, 0)
    expect(limits.gate(tooMany, 0, false, 10)).toBe('others')
  })

  it('keeps little at hand for an endpoint that takes long', () => {
    const limits = limitsWith()
    limits.end(limits.begin(id, 0), { outcome: success, wasSent: true, isTest: false }, 3_000)
    expect(limits.allowance(id, 0, 3_000)).toEqual({ scope: 'all', most: 8, mostAsked: 32, kept: 32 })
  })

  it('holds a request back until the rate allows it', () => {
    const limits = limitsWith({ rateLimit: 10 })
    expect(limits.gate(id, 0, false, 0)).toBe(0)
    limits.begin(id, 0)
    expect(limits.gate(id, 1, false, 0)).toBe(100)
    expect(limits.gate(id, 1, true, 50)).toBe(50)
  })

  it('forgets what was not used for ten minutes', () => {
    const limits = limitsWith()
    limits.sweep(0)
    limits.sweep(599_999)
    expect(limits.allowance(id, 0, 0).most).toBe(32)
    limits.sweep(700_000)
    expect(limits.allowance(id, 0, 0).most).toBe(0)
  })
})
