import { pool } from '@/lib/db/client'
import { listEndpointCounts } from '@/lib/db/endpoint-statistics'
import type { ErrorCount } from '@/lib/db/statistics'
import { histogramQuantile } from '@/lib/webhooks/histogram'
import type { StoreContext } from './context'
import { rate } from './rate'
import { acceptFilter, type StatisticsInput } from './statistics'

/** How an endpoint fared over some days: deliveries by first final status, a rate between 0 and 1, response time in ms. */
export type EndpointStatistics = {
  endpointId: string
  name: string
  isDeleted: boolean
  delivered: number
  failed: number
  cancelled: number
  successRate: number | null
  p95: number | null
  /** The error with which most of its deliveries failed. */
  mostFrequentError: ErrorCount | null
}

/**
 * The store's endpoints by name over its last local days: those without traffic too, unless they are deleted. Throws
 * `validation_failed` for days out of range.
 */
export async function listEndpointStatistics(
  context: StoreContext,
  input: Omit<StatisticsInput, 'endpointId'>,
): Promise<EndpointStatistics[]> {
  const counts = await listEndpointCounts(pool(), context, await acceptFilter(context, input))
  return counts.map(({ histogram, worst, ...counted }) => ({
    ...counted,
    successRate: rate(counted.delivered, counted.delivered + counted.failed),
    p95: histogramQuantile(histogram, 0.95),
    mostFrequentError: worst,
  }))
}
