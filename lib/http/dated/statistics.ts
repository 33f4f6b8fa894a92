import { type Answer, jsonAnswer } from '@/lib/http/answer'
import { type StoreCall, withScope } from '@/lib/http/authenticate'
import { pathId, queryId } from '@/lib/http/public-id'
import { parseQuery } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { toPublicId } from '@/lib/ids'
import { getStatistics, type Statistics, type StatisticsInput } from '@/lib/operations/statistics'
import { endpointStatisticsQuery, statisticsQuery } from '@/lib/schemas/delivery'
import { metaOf } from './meta'
import { endpointStatisticsOperations, statisticsOperations } from './statistics-operations'
import type { StatisticsView } from './statistics-schema'

/** `/statistics`: of the store, or of one of its endpoints or event types. */
export const statistics = route(
  '/statistics',
  {
    GET: withScope('statistics:read', (call) => {
      const query = parseQuery(statisticsQuery, call.request)
      const endpointId = queryId('we', 'endpoint_id', query.endpoint_id)
      return answer(call, { days: query.days, endpointId, eventType: query.event_type })
    }),
  },
  statisticsOperations,
)

/** `/webhook_endpoints/{id}/statistics` */
export const endpointStatistics = route(
  '/webhook_endpoints/{id}/statistics',
  {
    GET: withScope('statistics:read', (call) => {
      const { days } = parseQuery(endpointStatisticsQuery, call.request)
      return answer(call, { days, endpointId: pathId('we', call.params.id) })
    }),
  },
  endpointStatisticsOperations,
)

async function answer({ context, requestId }: StoreCall, input: StatisticsInput): Promise<Answer> {
  const found = await getStatistics(context, input)
  return jsonAnswer(200, { statistics: statisticsView(found), meta: metaOf(context, requestId) }, requestId)
}

function statisticsView(found: Statistics): StatisticsView {
  const { deliveries, attempts, errors, responseTimeMs, daily } = found
  return {
    from: found.from,
    to: found.to,
    time_zone: found.timeZone,
    endpoint_id: found.endpointId === null ? null : toPublicId('we', found.endpointId),
    deliveries: {
      total: deliveries.total,
      delivered: deliveries.delivered,
      failed: deliveries.failed,
      cancelled: deliveries.cancelled,
      pending: deliveries.pending,
      recovered: deliveries.recovered,
      success_rate: deliveries.successRate,
    },
    first_attempt_success_rate: found.firstAttemptSuccessRate,
    attempts,
    errors: errors.map(({ error, httpStatus, count }) => ({ error, http_status: httpStatus, count })),
    response_time_ms: responseTimeMs,
    daily: daily.map((day) => ({
      date: day.date,
      delivered: day.delivered,
      failed: day.failed,
      success_rate: day.successRate,
      p95: day.p95,
    })),
  }
}
