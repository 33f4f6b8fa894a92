import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import { countPending, findFirstDay, listDayCounts, listErrorCounts } from '@/lib/db/statistics'
import { env } from '@/lib/env'
import type { StoreContext } from './context'
import { type PeriodSummary, summarizePeriod } from './period-summary'
import { acceptFilter, type Statistics, type StatisticsInput, statisticsOf } from './statistics'

const DAY_MS = 86_400_000

/** The statistics, with what a screen shows beside them. Days are the store's local ones (`YYYY-MM-DD`). */
export type StatisticsReport = Statistics & {
  /** As many days before these; null where the records do not reach back to the first of them. */
  previous: PeriodSummary | null
  /** The first day on record of the store, or of the endpoint; null where nothing was ever counted. */
  recordedSince: string | null
  /** The first day of which the log still holds the deliveries. */
  logFrom: string
  updatedAt: Date
}

/** A store's statistics over its last local days, compared with the days before; throws as `getStatistics` does. */
export async function getStatisticsReport(
  context: StoreContext,
  input: StatisticsInput,
): Promise<StatisticsReport> {
  const filter = await acceptFilter(context, input)
  const [both, errors, pending, recordedSince] = await Promise.all([
    listDayCounts(pool(), context, { ...filter, days: 2 * filter.days }),
    listErrorCounts(pool(), context, filter),
    countPending(pool(), context, filter),
    findFirstDay(pool(), context, filter.endpointId),
  ])
  const statistics = statisticsOf(filter, both.slice(filter.days), errors, pending)
  const previous = summarizePeriod(both.slice(0, filter.days))
  return {
    ...statistics,
    previous: recordedSince !== null && recordedSince <= previous.from ? previous : null,
    recordedSince,
    logFrom: daysBefore(statistics.to, env().LOG_RETENTION_DAYS),
    updatedAt: now(),
  }
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * DAY_MS).toISOString().slice(0, 10)
}
