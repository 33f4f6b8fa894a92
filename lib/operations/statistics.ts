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
import type { StatisticsFilter } from '@/lib/db/statistics-filter'
import { AppError, validationError } from '@/lib/errors'
import { histogramQuantile } from '@/lib/webhooks/histogram'
import type { StoreContext } from './context'
import { type PeriodSummary, summarizePeriod } from './period-summary'
import { rate } from './rate'

/** A store's statistics, or those of one of its endpoints or event types. */
export type Statistics = PeriodSummary & {
  timeZone: string
  endpointId: string | null
  eventType: string | null
  deliveries: {
    /** Those that became final in these days, and those pending now. */
    total: number
    pending: number
  }
  errors: ErrorCount[]
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
export async function getStatistics(context: StoreContext, input: StatisticsInput): Promise<Statistics> {
  const filter = await acceptFilter(context, input)
  const [days, errors, pending] = await Promise.all([
    listDayCounts(pool(), context, filter),
    listErrorCounts(pool(), context, filter),
    countPending(pool(), context, filter),
  ])
  return statisticsOf(filter, days, errors, pending)
}

/** What may be asked for, as statements take it; throws as `getStatistics` says. */
export async function acceptFilter(
  context: StoreContext,
  { days = 30, endpointId, eventType }: StatisticsInput,
): Promise<StatisticsFilter> {
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
  return { days, timeZone: context.timeZone, endpointId, eventType }
}

/** The statistics of these days, from what the statements counted of them. */
export function statisticsOf(
  { timeZone, endpointId, eventType }: StatisticsFilter,
  days: readonly DayCounts[],
  errors: ErrorCount[],
  pending: number,
): Statistics {
  const { deliveries, ...summary } = summarizePeriod(days)
  const { delivered, failed, cancelled } = deliveries
  return {
    ...summary,
    timeZone,
    endpointId: endpointId ?? null,
    eventType: eventType ?? null,
    deliveries: { ...deliveries, total: delivered + failed + cancelled + pending, pending },
    errors,
    daily: days.map((day) => ({
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
