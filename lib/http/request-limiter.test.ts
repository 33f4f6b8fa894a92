import { describe, expect, it } from 'vitest'
import { RequestLimiter } from './request-limiter'

describe('RequestLimiter', () => {
  it('lets as many requests through in each second, and says what is left', () => {
    const limiter = new RequestLimiter()
    const answers = [0, 10, 999, 999].map((nowMs) => limiter.take('a', 3, nowMs))
    expect(answers.map(({ isOver }) => isOver)).toEqual([false, false, false, true])
    expect(answers.map(({ headers }) => headers.ratelimit)).toEqual([
      '"default";r=2;t=1',
      '"default";r=1;t=1',
      '"default";r=0;t=1',
      '"default";r=0;t=1',
    ])
    expect(answers.map(({ headers }) => headers['retry-after'])).toEqual([
      undefined,
      undefined,
      undefined,
      '1',
    ])
    expect(answers[0]?.headers['ratelimit-policy']).toBe('"default";q=3;w=1')
    expect(limiter.take('a', 3, 1_000).isOver).toBe(false)
  })

  it('counts each token for itself', () => {
    const limiter = new RequestLimiter()
    expect(limiter.take('a', 1, 0).isOver).toBe(false)
    expect(limiter.take('b', 1, 0).isOver).toBe(false)
    expect(limiter.take('a', 1, 0).isOver).toBe(true)
  })

  it('follows a limit that is another one now', () => {
    const limiter = new RequestLimiter()
    expect(limiter.take('a', 1, 0).isOver).toBe(false)
    expect(limiter.take('a', 3, 0).headers.ratelimit).toBe('"default";r=1;t=1')
  })
})
