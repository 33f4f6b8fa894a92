'use server'

import { z } from 'zod'
import { type EndpointStatistics, listEndpointStatistics } from '@/lib/operations/endpoint-statistics'
import { getStatisticsReport, type StatisticsReport } from '@/lib/operations/statistics-report'
import { uuid } from '@/lib/schemas/id'
import { type ActionResult, runAction } from './run-action'

const question = z.strictObject({
  days: z.int().min(1).max(90).default(30),
  endpointId: uuid.optional(),
  eventType: z.string().max(200).optional(),
})

/** The store's statistics over the last days, compared with the days before. */
export async function getStatistics(input: unknown): Promise<ActionResult<StatisticsReport>> {
  return runAction(null, question, input, (context, given) => getStatisticsReport(context, given))
}

/** The same days, endpoint by endpoint. */
export async function getEndpointStatistics(input: unknown): Promise<ActionResult<EndpointStatistics[]>> {
  return runAction(null, question.omit({ endpointId: true }), input, (context, given) =>
    listEndpointStatistics(context, given),
  )
}
