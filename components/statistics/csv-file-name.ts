import { toPublicId } from '@/lib/ids'
import type { StatisticsReport } from '@/lib/operations/statistics-report'

/** Says what is in a file: of which store, days, endpoint and event type. */
export function csvFileName(
  storeSlug: string,
  { from, to, endpointId, eventType }: Pick<StatisticsReport, 'from' | 'to' | 'endpointId' | 'eventType'>,
  what: string,
): string {
  const filters = [endpointId === null ? null : toPublicId('we', endpointId), eventType]
  const parts = ['shopbell', storeSlug, what, from, 'to', to, ...filters.filter((part) => part !== null)]
  return `${parts.join('-').replace(/[^\w.-]+/g, '_')}.csv`
}
