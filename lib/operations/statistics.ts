import { pool } from '@/lib/db/client'
import { findEndpointState } from '@/lib/db/endpoint-search'
import {
  countPending,
  type DayCounts,
  type ErrorCount,
  listDayCounts,
  listErrorCounts,
  listRecentCounts,
} from '@/lib/db/statistics'
import { AppError, validationError } from '@/lib/errors'
import { addHistogram, histogramQuantile } from '@/lib/webhooks/histogram'
import type { StoreContext } from './context'

/** Rates are between 0 and 1, and null where nothing finished; dates are the store's local days (`YYYY-MM-DD`). */
export type Statistics = {
  from: string
  to: string
  timeZone: string
  endpointId: string | null
  eventType: string | null
  deliveries: {
    /** Those that became final in these days, by first final status, and those pending now. */
    total: number
    delivered: number
    failed: number
    cancelled: number
    pending: number
    /** Of the failed and cancelled ones, those that a resend delivered. */
    recovered: number
    /** Delivered of delivered and failed. */
    successRate: number | null
  }
  /** Delivered at the first attempt, of delivered and failed. */
  firstAttemptSuccessRate: number | null
  attempts: { total: number; succeeded: number; failed: number }
  errors: ErrorCount[]
  responseTimeMs: { p50: number | null; p95: number | null; p99: number | null }
  daily: {
    date: string
    delivered: number
    failed: number
    cancelled: number
    successRate: number | null
    p95: number | null
  }[]
}

export type StatisticsInput = {
  /** 1 to 90, today included; 30 unless told otherwise. */
  days?: number | undefined
  endpointId?: string | undefined
  eventType?: string | undefined
}

/**
 * A store's statistics over its last local days. A deleted endpoint keeps its own; one of another store, or of nothing,
 * is `not_found`, and days out of range are `validation_failed`. Test sends do not count.
 */
export async function getStatistics(
  context: StoreContext,
  { days = 30, endpointId, eventType }: StatisticsInput,
): Promise<Statistics> {
  if (!Number.isInteger(days) || days < 1 || days > 90) {
    throw validationError([
      { pointer: 'days', code: 'out_of_range', detail: 'Use a whole number from 1 to 90.' },
    ])
  }
  // PostgreSQL's text holds no NUL, and refuses to compare with one.
  if (eventType?.includes('\0')) {
    throw validationError([
      { pointer: 'event_type', code: 'unknown_event_type', detail: 'There is no such event type.' },
    ])
  }
  if (endpointId !== undefined && !(await findEndpointState(pool(), context.storeId, endpointId))) {
    throw new AppError('not_found')
  }
  const { timeZone } = context
  const filter = { days, timeZone, endpointId, eventType }
  const [counted, errors, pending] = await Promise.all([
    listDayCounts(pool(), context, filter),
    listErrorCounts(pool(), context, filter),
    countPending(pool(), context, filter),
  ])
  const sums = addDays(counted)
  const { delivered, failed, cancelled, recovered, attempts, attemptsSucceeded, histogram } = sums
  return {
    from: counted[0]?.date ?? '',
    to: counted.at(-1)?.date ?? '',
    timeZone,
    endpointId: endpointId ?? null,
    eventType: eventType ?? null,
    deliveries: {
      total: delivered + failed + cancelled + pending,
      delivered,
      failed,
      cancelled,
      pending,
      recovered,
      successRate: rate(delivered, delivered + failed),
    },
    firstAttemptSuccessRate: rate(sums.firstAttemptSuccess, delivered + failed),
    attempts: { total: attempts, succeeded: attemptsSucceeded, failed: attempts - attemptsSucceeded },
    errors,
    responseTimeMs: {
      p50: histogramQuantile(histogram, 0.5),
      p95: histogramQuantile(histogram, 0.95),
      p99: histogramQuantile(histogram, 0.99),
    },
    daily: counted.map((day) => ({
      date: day.date,
      delivered: day.delivered,
      failed: day.failed,
      cancelled: day.cancelled,
      successRate: rate(day.delivered, day.delivered + day.failed),
      p95: histogramQuantile(day.histogram, 0.95),
    })),
  }
}

/** How an endpoint fared in the last 24 hours; `successRate` is null where nothing finished. */
export type EndpointHealth = { delivered: number; failed: number; successRate: number | null }

/** The last 24 hours of each of the store's endpoints that had any traffic, by endpoint id. */
export async function listEndpointHealth(context: StoreContext): Promise<Map<string, EndpointHealth>> {
  const counts = await listRecentCounts(pool(), context)
  return new Map(
    counts.map(({ endpointId, delivered, failed }) => [
      endpointId,
      { delivered, failed, successRate: rate(delivered, delivered + failed) },
    ]),
  )
}

function addDays(days: readonly DayCounts[]): Omit<DayCounts, 'date'> {
  const sum = (pick: (day: DayCounts) => number) => days.reduce((total, day) => total + pick(day), 0)
  const histogram: number[] = []
  for (const day of days) addHistogram(histogram, day.histogram)
  return {
    delivered: sum((day) => day.delivered),
    failed: sum((day) => day.failed),
    cancelled: sum((day) => day.cancelled),
    recovered: sum((day) => day.recovered),
    firstAttemptSuccess: sum((day) => day.firstAttemptSuccess),
    attempts: sum((day) => day.attempts),
    attemptsSucceeded: sum((day) => day.attemptsSucceeded),
    histogram,
  }
}

function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
