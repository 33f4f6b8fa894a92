import { describe, expect, it } from 'vitest'
import { breakerDefaults, CircuitBreaker } from './circuit-breaker'
import type { Verdict } from './verdict'

const letters: Record<string, Verdict> = { o: 'ok', a: 'answered', f: 'failed', s: 'silent', n: 'none' }

/** A breaker that saw attempts at these moments, each a letter long. */
function breakerAfter(attempts: string, random = 0): CircuitBreaker {
  const breaker = new CircuitBreaker(breakerDefaults, () => random)
  for (const letter of attempts) breaker.record(letters[letter] ?? 'none', 0, 0)
  return breaker
}

describe('CircuitBreaker', () => {
  it.each([
    ['', 'closed'],
    ['fffffffff', 'closed'],
    ['ffffffffff', 'open'],
    ['ofofofofof', 'open'],
    ['oofofofofo', 'closed'],
    ['ffffffffoo', 'closed'],
    ['ffffffffoof', 'open'],
    ['oooooooooooooooooooofffffffff', 'closed'],
    ['ooooooooooooooooooooffffffffff', 'open'],
    ['aaaaaaaaaaaaaaaaaaaa', 'closed'],
    ['nnnnnnnnnnnnnnnnnnnn', 'closed'],
    ['ssss', 'closed'],
    ['sssss', 'open'],
    ['ssssosss', 'closed'],
    ['ooooooooooooooooooooossss', 'closed'],
    ['ooooooooooooooooooooosssss', 'open'],
  ])('after %s it is %s', (attempts, state) => {
    expect(breakerAfter(attempts).state(0)).toBe(state)
  })

  it.each([
    [0, 4_999, 'open'],
    [0, 5_000, 'half_open'],
    [0.999, 3_999, 'open'],
    [0.999, 4_002, 'half_open'],
  ])('with chance %d, %i ms after it opened it is %s', (random, nowMs, state) => {
    expect(breakerAfter('sssss', random).state(nowMs)).toBe(state)
  })

  it('pauses twice as long after each probe that fails, up to a minute', () => {
    const breaker = breakerAfter('sssss')
    const pauses: number[] = []
    for (let round = 0; round < 6; round++) {
      const probedAtMs = breaker.pausedUntilMs
      expect(breaker.record('failed', probedAtMs, probedAtMs)).toBe('opened')
      pauses.push(breaker.pausedUntilMs - probedAtMs)
    }
    expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
  })

  it.each([
    ['what was in flight when it opened says nothing more', 'ok', -1, 100, undefined, 'open'],
    ['a resend that fails during the pause does not make it longer', 'failed', 50, 100, undefined, 'open'],
    ['a resend that succeeds during the pause closes it', 'ok', 50, 100, 'closed', 'closed'],
    ['a probe that succeeds closes it', 'ok', 5_000, 5_100, 'closed', 'closed'],
    ['a probe that is refused closes it: someone is there', 'answered', 5_000, 5_100, 'closed', 'closed'],
    ['a probe that fails opens it anew', 'failed', 5_000, 5_100, 'opened', 'open'],
    ['a probe that was none says nothing', 'none', 5_000, 5_100, undefined, 'half_open'],
  ] as const)('%s', (_, verdict, startedAtMs, nowMs, change, state) => {
    const breaker = breakerAfter('sssss')
    expect(breaker.record(verdict, startedAtMs, nowMs)).toBe(change)
    expect(breaker.state(nowMs)).toBe(state)
  })

  it('begins anew once it is closed', () => {
    const breaker = breakerAfter('ffffffffff')
    breaker.record('ok', 5_000, 5_000)
    for (let count = 0; count < 9; count++) breaker.record('failed', 5_000, 5_000)
    expect(breaker.state(5_000)).toBe('closed')
    breaker.record('failed', 5_000, 6_000)
    expect([breaker.state(6_000), breaker.pausedUntilMs]).toEqual(['open', 11_000])
  })
})
