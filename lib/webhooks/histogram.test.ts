import { describe, expect, it } from 'vitest'
import { addHistogram, bucketMs, HISTOGRAM_BUCKETS, histogramBucket, histogramQuantile } from './histogram'

function counted(durationsMs: readonly number[]): number[] {
  const counts = Array<number>(HISTOGRAM_BUCKETS).fill(0)
  for (const durationMs of durationsMs) {
    const bucket = histogramBucket(durationMs)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return counts
}

describe('histogramBucket', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [1, 4],
    [3, 8],
    [7, 12],
    [99, 26],
    [1_023, 40],
    [5_000, 49],
    [30_000, 59],
    [65_534, 63],
    [65_535, 63],
    [10_000_000, 63],
    [Number.POSITIVE_INFINITY, 63],
  ])('%d ms is in bucket %i', (durationMs, bucket) => {
    expect(histogramBucket(durationMs)).toBe(bucket)
  })

  it('grows with the duration, without leaving a bucket out above 10 ms', () => {
    const buckets = Array.from({ length: 65_536 }, (_, durationMs) => histogramBucket(durationMs))
    expect(buckets.every((bucket, index) => index === 0 || bucket >= (buckets[index - 1] ?? 0))).toBe(true)
    expect(new Set(buckets.slice(10)).size).toBe(HISTOGRAM_BUCKETS - histogramBucket(10))
  })
})

describe('bucketMs', () => {
  it('is in its own bucket from 10 ms on, and within 9 % of all that are counted there', () => {
    for (let durationMs = 10; durationMs < 65_535; durationMs += 7) {
      const bucket = histogramBucket(durationMs)
      expect(histogramBucket(bucketMs(bucket))).toBe(bucket)
      expect(Math.abs(bucketMs(bucket) - durationMs)).toBeLessThanOrEqual(0.0906 * (durationMs + 1) + 0.5)
    }
  })
})

describe('addHistogram', () => {
  it('adds bucket by bucket, and fills up a shorter total', () => {
    const total = [1, 2]
    addHistogram(total, [10, 20, 30])
    expect(total).toEqual([11, 22, 30])
    addHistogram(total, [])
    expect(total).toEqual([11, 22, 30])
  })

  it('gives what counting everything at once gives', () => {
    const some = [3, 40, 500]
    const others = [1, 40, 6_000, 70_000]
    const total: number[] = []
    addHistogram(total, counted(some))
    addHistogram(total, counted(others))
    expect(total).toEqual(counted([...some, ...others]))
  })
})

describe('histogramQuantile', () => {
  it('is null where nothing was counted', () => {
    expect(histogramQuantile([], 0.5)).toBeNull()
    expect(histogramQuantile(counted([]), 0.99)).toBeNull()
  })

  it.each([
    [0, 10],
    [0.5, 10],
    [0.9, 10],
    [0.95, 1_000],
    [0.99, 1_000],
    [1, 30_000],
  ])('of 90 fast, 9 slow and one very slow one: %d is %i ms', (quantile, durationMs) => {
    const counts = counted([...Array<number>(90).fill(10), ...Array<number>(9).fill(1_000), 30_000])
    expect(histogramQuantile(counts, quantile)).toBe(bucketMs(histogramBucket(durationMs)))
  })

  it.each([0, 0.5, 0.95, 1])('of a single one is that one: %d', (quantile) => {
    expect(histogramQuantile(counted([250]), quantile)).toBe(bucketMs(histogramBucket(250)))
  })
})
