import type { DayCounts } from '@/lib/db/statistics'
import { addHistogram, histogramQuantile } from '@/lib/webhooks/histogram'
import { rate } from './rate'

/** What was counted over some days. Rates are between 0 and 1, and null where nothing finished; response times in ms. */
export type PeriodSummary = {
  /** The first and last of the store's local days (`YYYY-MM-DD`). */
  from: string
  to: string
  /** Those that became final in these days, by first final status. */
  deliveries: {
    delivered: number
    failed: number
    cancelled: number
    /** Of the failed and cancelled ones, those that a resend delivered. */
    recovered: number
    /** Delivered of delivered and failed. */
    successRate: number | null
  }
  /** Delivered at the first attempt, of delivered and failed. */
  firstAttemptSuccessRate: number | null
  attempts: { total: number; succeeded: number; failed: number }
  responseTimeMs: { p50: number | null; p95: number | null; p99: number | null }
}

/** Adds up consecutive days. Response times come from the days' histograms: percentiles cannot be averaged. */
export function summarizePeriod(days: readonly DayCounts[]): PeriodSummary {
  const sum = (pick: (day: DayCounts) => number) => days.reduce((total, day) => total + pick(day), 0)
  const histogram: number[] = []
  for (const day of days) addHistogram(histogram, day.histogram)
  const delivered = sum((day) => day.delivered)
  const failed = sum((day) => day.failed)
  const attempts = sum((day) => day.attempts)
  const succeeded = sum((day) => day.attemptsSucceeded)
  return {
    from: days[0]?.date ?? '',
    to: days.at(-1)?.date ?? '',
    deliveries: {
      delivered,
      failed,
      cancelled: sum((day) => day.cancelled),
      recovered: sum((day) => day.recovered),
      successRate: rate(delivered, delivered + failed),
    },
    firstAttemptSuccessRate: rate(
      sum((day) => day.firstAttemptSuccess),
      delivered + failed,
    ),
    attempts: { total: attempts, succeeded, failed: attempts - succeeded },
    responseTimeMs: {
      p50: histogramQuantile(histogram, 0.5),
      p95: histogramQuantile(histogram, 0.95),
      p99: histogramQuantile(histogram, 0.99),
    },
  }
}
