import type { Queryable } from './client'
import type { LogScope } from './delivery-row'
import type { ErrorCount } from './statistics'
import { FILTER, filterValues, HISTOGRAM_SUM, type StatisticsFilter } from './statistics-filter'

/** What was counted of an endpoint, by first final status; `worst` is the error with which most of its deliveries failed. */
export type EndpointCounts = {
  endpointId: string
  name: string
  isDeleted: boolean
  delivered: number
  failed: number
  cancelled: number
  /** Of the attempts' response times; empty where there was no traffic. */
  histogram: number[]
  worst: ErrorCount | null
}

const ENDPOINTS = `
SELECT e.id AS "endpointId", e.name, e.deleted_at IS NOT NULL AS "isDeleted",
  coalesce(counted.delivered, 0) AS delivered, coalesce(counted.failed, 0) AS failed,
  coalesce(counted.cancelled, 0) AS cancelled, coalesce(counted.histogram, '{}') AS histogram, worst.worst
FROM endpoint e
LEFT JOIN (
  SELECT endpoint_id, sum(delivered)::int AS delivered, sum(failed)::int AS failed, sum(cancelled)::int AS cancelled,
    ${HISTOGRAM_SUM} AS histogram
  FROM stat_day WHERE ${FILTER} GROUP BY endpoint_id
) counted ON counted.endpoint_id = e.id
LEFT JOIN (
  SELECT DISTINCT ON (endpoint_id) endpoint_id,
    json_build_object('error', error, 'httpStatus', nullif(http_status, 0), 'count', sum(count)) AS worst
  FROM stat_error WHERE ${FILTER} GROUP BY endpoint_id, error, http_status
  ORDER BY endpoint_id, sum(count) DESC, error, http_status
) worst ON worst.endpoint_id = e.id
WHERE e.store_id = $2 AND ($5::uuid IS NULL OR e.id = $5)
  AND (e.deleted_at IS NULL OR counted.delivered + counted.failed + counted.cancelled > 0)
ORDER BY e.name, e.id`

/** Each endpoint of the store by name; those without traffic too, unless they are deleted. */
export async function listEndpointCounts(
  db: Queryable,
  scope: LogScope,
  filter: StatisticsFilter,
): Promise<EndpointCounts[]> {
  const { rows } = await db.query<EndpointCounts>(ENDPOINTS, filterValues(scope, filter))
  return rows
}
