import { z } from 'zod'
import { exampleMeta, metaSchema } from './meta-schema'
import { deliveryId, endpointId, exampleIds, resendId } from './public-id-schema'
import { count, deliveryStatus, errorKind, oneOf, seconds } from './shared-schemas'

/** What a job's filter was, as it was understood. */
const filterSchema = z
  .object({
    endpoint_id: endpointId,
    event_type: z.string(),
    status: deliveryStatus,
    http_status: z.union([count, oneOf(['2xx', '3xx', '4xx', '5xx'])]),
    error: errorKind,
    since: seconds,
    until: seconds,
    q: z.string(),
    resend_id: resendId,
    delivery_ids: z.array(deliveryId),
    include_delivered: z.boolean(),
  })
  .partial()

/** A job in answers; a dry run has the same keys, and null for what only a job has. */
const resendSchema = z
  .object({
    id: resendId.nullable().describe('Null for a dry run.'),
    kind: z.enum(['resend', 'catch_up']),
    endpoint_id: endpointId.nullable(),
    filter: filterSchema,
    rate: z.int().min(1).describe('Deliveries a second.'),
    total: count.describe('How many deliveries it takes.'),
    has_more: z.boolean().describe('There are more than one job takes.'),
    estimated_seconds: count,
    excluded: z
      .object({
        already_delivered: count,
        in_flight: count,
        endpoint_unavailable: count,
        payload_gone: count,
        test_send: count,
      })
      .describe('How many are left out, and why.'),
    by_endpoint: z.array(z.object({ endpoint_id: endpointId, count })),
    status: z.enum(['running', 'completed', 'cancelled']).nullable().describe('Null for a dry run.'),
    dry_run: z.boolean(),
    sent: count,
    skipped: count.describe('Those that turned out not to need it.'),
    succeeded: count,
    failed: count,
    cancelled: count,
    created_at: seconds.nullable(),
    finished_at: seconds.nullable().describe('Set once nothing of it is under way.'),
  })
  .meta({ id: 'Resend', description: 'A bulk resend or catch-up.' })

export type ResendView = z.infer<typeof resendSchema>

export const resendAnswerSchema = z
  .object({ resend: resendSchema, meta: metaSchema })
  .meta({ id: 'ResendAnswer' })

type ResendAnswer = z.infer<typeof resendAnswerSchema>

const started: ResendView = {
  id: exampleIds.resend,
  kind: 'resend',
  endpoint_id: exampleIds.endpoint,
  filter: { endpoint_id: exampleIds.endpoint, status: 'failed' },
  rate: 10,
  total: 312,
  has_more: false,
  estimated_seconds: 32,
  excluded: { already_delivered: 4, in_flight: 0, endpoint_unavailable: 0, payload_gone: 0, test_send: 1 },
  by_endpoint: [{ endpoint_id: exampleIds.endpoint, count: 312 }],
  status: 'running',
  dry_run: false,
  sent: 0,
  skipped: 0,
  succeeded: 0,
  failed: 0,
  cancelled: 0,
  created_at: '2022-01-18T09:30:00Z',
  finished_at: null,
}
const counted = { sent: 120, succeeded: 117, failed: 1 }

export const exampleResendStarted: ResendAnswer = { resend: started, meta: exampleMeta }
export const exampleResendUnderWay: ResendAnswer = { resend: { ...started, ...counted }, meta: exampleMeta }
export const exampleResendCancelled: ResendAnswer = {
  resend: { ...started, ...counted, status: 'cancelled', cancelled: 2, finished_at: '2022-01-18T09:30:14Z' },
  meta: exampleMeta,
}
export const exampleCatchUp: ResendAnswer = {
  resend: { ...started, kind: 'catch_up', filter: {} },
  meta: exampleMeta,
}
