import { describe, expect, it } from 'vitest'
import { TokenBucket } from './token-bucket'

/** When requests start within a time, each as soon as it may, but `lateMs` late. */
function starts(bucket: TokenBucket, fromMs: number, untilMs: number, lateMs = 0): number[] {
  const times: number[] = []
  for (let nowMs = fromMs; ; ) {
    const waitMs = bucket.waitMs(nowMs)
    if (waitMs > 0) nowMs += waitMs + lateMs
    if (nowMs >= untilMs) return times
    if (bucket.waitMs(nowMs) > 1e-6) continue
    bucket.take(nowMs)
    times.push(nowMs)
  }
}

describe('TokenBucket', () => {
  it.each([
    [1, 10, 0],
    [20, 10, 0],
    [20, 10, 3],
    [300, 2, 0],
    [300, 2, 10],
  ])('lets %i a second start, over %i s with timers %i ms late', (rate, seconds, lateMs) => {
    const count = starts(new TokenBucket(rate, 0), 0, seconds * 1000, lateMs).length
    expect(count).toBeGreaterThanOrEqual(rate * seconds * 0.97)
    expect(count).toBeLessThanOrEqual(rate * seconds + 1 + rate * 0.05)
  })

  it('lets no more than a small burst go after a rest', () => {
    const bucket = new TokenBucket(100, 0)
    expect(starts(bucket, 60_000, 60_000.001)).toHaveLength(6)
    expect(bucket.waitMs(60_001)).toBeGreaterThan(0)
  })

  it('follows a change of its rate, and waits for ever at none', () => {
    const bucket = new TokenBucket(10, 0)
    bucket.take(0)
    expect(bucket.waitMs(0)).toBe(100)
    bucket.setRate(100, 0)
    expect(bucket.waitMs(0)).toBe(10)
    bucket.setRate(0, 0)
    expect(bucket.waitMs(10_000)).toBe(Number.POSITIVE_INFINITY)
  })
})
