import { toPublicId } from '@/lib/ids'
import type { StatisticsReport } from '@/lib/operations/statistics-report'

type ErrorCount = StatisticsReport['errors'][number]
type Shown = Pick<StatisticsReport, 'from' | 'to' | 'logFrom' | 'endpointId' | 'eventType'>

/** The first of the days of which the log still holds deliveries. */
export function firstLoggedDay({ from, logFrom }: Pick<Shown, 'from' | 'logFrom'>): string {
  return from > logFrom ? from : logFrom
}

/** The log of what failed with an error in the days that the report is about, as far as it is kept. */
export function failedLogLink(report: Shown, { error, httpStatus }: ErrorCount): `/deliveries?${string}` {
  const query = new URLSearchParams({ status: 'failed', error })
  if (httpStatus !== null) query.set('code', String(httpStatus))
  if (report.endpointId !== null) query.set('endpoint', toPublicId('we', report.endpointId))
  if (report.eventType !== null) query.set('type', report.eventType)
  query.set('from', firstLoggedDay(report))
  query.set('to', report.to)
  return `/deliveries?${query}`
}
