import { z } from 'zod'
import { exampleMeta, metaSchema } from './meta-schema'
import { endpointId, exampleIds } from './public-id-schema'
import { count, errorKind, milliseconds, share } from './shared-schemas'

const day = z.iso.date()

/** Statistics in answers. */
const statisticsSchema = z
  .object({
    from: day.describe('The first day.'),
    to: day.describe('The last day, which is today.'),
    time_zone: z.string().describe('The store’s, whose days these are.'),
    endpoint_id: endpointId.nullable(),
    deliveries: z.object({
      total: count,
      delivered: count,
      failed: count,
      cancelled: count,
      pending: count.describe('Right now.'),
      recovered: count.describe('Failed ones that a resend delivered.'),
      success_rate: share.describe('Delivered ÷ (delivered + failed); null where nothing finished.'),
    }),
    first_attempt_success_rate: share,
    attempts: z.object({ total: count, succeeded: count, failed: count }),
    errors: z
      .array(z.object({ error: errorKind, http_status: count.nullable(), count }))
      .describe('Failed deliveries by their last error.'),
    response_time_ms: z.object({
      p50: milliseconds.nullable(),
      p95: milliseconds.nullable(),
      p99: milliseconds.nullable(),
    }),
    daily: z
      .array(
        z.object({
          date: day,
          delivered: count,
          failed: count,
          success_rate: share,
          p95: milliseconds.nullable(),
        }),
      )
      .describe('Each day, those without traffic included.'),
  })
  .meta({ id: 'Statistics', description: 'Deliveries by their first final status.' })

export type StatisticsView = z.infer<typeof statisticsSchema>

export const statisticsAnswerSchema = z
  .object({ statistics: statisticsSchema, meta: metaSchema })
  .meta({ id: 'StatisticsAnswer' })

export const exampleStatisticsAnswer: z.infer<typeof statisticsAnswerSchema> = {
  statistics: {
    from: '2022-01-17',
    to: '2022-01-17',
    time_zone: 'Europe/London',
    endpoint_id: exampleIds.endpoint,
    deliveries: {
      total: 1_204,
      delivered: 1_198,
      failed: 4,
      cancelled: 0,
      pending: 2,
      recovered: 1,
      success_rate: 0.9966,
    },
    first_attempt_success_rate: 0.9842,
    attempts: { total: 1_231, succeeded: 1_198, failed: 33 },
    errors: [{ error: 'http_error', http_status: 503, count: 4 }],
    response_time_ms: { p50: 84, p95: 310, p99: 720 },
    daily: [{ date: '2022-01-17', delivered: 1_198, failed: 4, success_rate: 0.9966, p95: 310 }],
  },
  meta: exampleMeta,
}
