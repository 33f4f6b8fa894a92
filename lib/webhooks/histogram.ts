/** Response times are counted in this many buckets, four to each doubling: up to 65 s, within ±9 %. */
export const HISTOGRAM_BUCKETS = 64

/** The bucket, from 0 to 63, of a duration in milliseconds. */
export function histogramBucket(durationMs: number): number {
  const bucket = Math.floor(4 * Math.log2(1 + Math.max(0, durationMs)))
  return Math.min(HISTOGRAM_BUCKETS - 1, bucket)
}

/** The duration in milliseconds that stands for a bucket: its middle. */
export function bucketMs(bucket: number): number {
  return Math.round(2 ** ((bucket + 0.5) / 4) - 1)
}

/** Adds `counts` to `total` in place, bucket by bucket: histograms merge by addition. */
export function addHistogram(total: number[], counts: readonly number[]): void {
  for (let bucket = 0; bucket < counts.length; bucket++) {
    total[bucket] = (total[bucket] ?? 0) + (counts[bucket] ?? 0)
  }
}

/** The duration in milliseconds that the share `quantile` (0 to 1) of the counted ones stays within; null for none. */
export function histogramQuantile(counts: readonly number[], quantile: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let seen = 0
  for (const [bucket, count] of counts.entries()) {
    seen += count
    if (seen >= total * quantile && count > 0) return bucketMs(bucket)
  }
  return null
}
