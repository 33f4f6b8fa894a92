import { z } from 'zod'
import { exampleListMeta, exampleMeta, listMetaSchema, metaSchema } from './meta-schema'
import { deliveryId, endpointId, eventId, exampleIds } from './public-id-schema'
import { count, deliveryStatus, errorKind, milliseconds, seconds, trigger } from './shared-schemas'

/** A delivery in answers. */
export const deliverySchema = z
  .object({
    id: deliveryId,
    event_id: eventId,
    event_type: z.string(),
    endpoint_id: endpointId,
    status: deliveryStatus,
    trigger,
    attempts_count: count,
    next_attempt_at: seconds.nullable().describe('Null once it is final.'),
    last_attempt_at: seconds.nullable(),
    http_status: count.nullable().describe('Of the last attempt; null where nothing was answered.'),
    duration_ms: milliseconds.nullable().describe('Of the last attempt.'),
    error: errorKind.nullable().describe('Of the last attempt; null where it succeeded.'),
    created_at: seconds,
    test: z.boolean().describe('It is a test send.'),
    recovered_at: seconds.nullable().describe('When a resend delivered what had failed.'),
  })
  .meta({ id: 'Delivery', description: 'One event to one endpoint.' })

/** An attempt in answers. */
const attemptSchema = z
  .object({
    id: z.string(),
    number: z.int().min(1),
    trigger,
    started_at: z.iso.datetime({ precision: 3 }),
    duration_ms: milliseconds,
    outcome: z.enum(['succeeded', 'failed']),
    http_status: count.nullable(),
    error: errorKind.nullable(),
    error_detail: z.string().nullable().describe('What happened, in a sentence.'),
    superseded: z.boolean().describe('Its sender was lost: another attempt stands for this one.'),
    request: z
      .object({
        method: z.literal('POST'),
        url: z.string().nullable().describe('Null where no request was made.'),
        headers: z.record(z.string(), z.string()).nullable().describe('Secret values are `…`.'),
        body: z.string().nullable().describe('The exact payload; null where it is no longer kept.'),
      })
      .describe('What was sent.'),
    response: z
      .object({
        headers: z.record(z.string(), z.string()),
        body: z.string().describe('Its first 16 KiB as text.'),
        truncated: z.boolean(),
      })
      .nullable()
      .describe('What came back.'),
  })
  .meta({ id: 'Attempt', description: 'One request.' })

export type DeliveryView = z.infer<typeof deliverySchema>
export type AttemptView = z.infer<typeof attemptSchema>

export const deliveryAnswerSchema = z
  .object({ delivery: deliverySchema, meta: metaSchema })
  .meta({ id: 'DeliveryAnswer' })
export const deliveriesAnswerSchema = z
  .object({ deliveries: z.array(deliverySchema), meta: listMetaSchema })
  .meta({ id: 'DeliveriesAnswer' })
export const deliveryDetailSchema = z
  .object({ delivery: deliverySchema, attempts: z.array(attemptSchema), meta: metaSchema })
  .meta({ id: 'DeliveryDetail' })

export const exampleDelivery: DeliveryView = {
  id: exampleIds.delivery,
  event_id: exampleIds.event,
  event_type: 'order.shipped',
  endpoint_id: exampleIds.endpoint,
  status: 'delivered',
  trigger: 'event',
  attempts_count: 1,
  next_attempt_at: null,
  last_attempt_at: '2022-01-17T16:00:00Z',
  http_status: 200,
  duration_ms: 84,
  error: null,
  created_at: '2022-01-17T16:00:00Z',
  test: false,
  recovered_at: null,
}
const attempt: AttemptView = {
  id: `${exampleIds.delivery}-1`,
  number: 1,
  trigger: 'event',
  started_at: '2022-01-17T16:00:00.214Z',
  duration_ms: 84,
  outcome: 'succeeded',
  http_status: 200,
  error: null,
  error_detail: null,
  superseded: false,
  request: {
    method: 'POST',
    url: 'https://example.com/new_webhook',
    headers: { 'content-type': 'application/json', 'shopbell-event': 'order.shipped' },
    body: '{"id":"evt_…","type":"order.shipped","created":1642435200,"data":{"object":{}}}',
  },
  response: { headers: { 'content-type': 'text/plain' }, body: 'OK', truncated: false },
}
const waiting: DeliveryView = {
  ...exampleDelivery,
  status: 'pending',
  attempts_count: 0,
  next_attempt_at: '2022-01-17T16:00:00Z',
  last_attempt_at: null,
  http_status: null,
  duration_ms: null,
}

export const exampleDeliveriesAnswer: z.infer<typeof deliveriesAnswerSchema> = {
  deliveries: [exampleDelivery],
  meta: exampleListMeta,
}
export const exampleDeliveryDetail: z.infer<typeof deliveryDetailSchema> = {
  delivery: exampleDelivery,
  attempts: [attempt],
  meta: exampleMeta,
}
export const exampleResentDelivery: z.infer<typeof deliveryAnswerSchema> = {
  delivery: { ...exampleDelivery, next_attempt_at: '2022-01-18T09:30:00Z' },
  meta: exampleMeta,
}
export const exampleTestDelivery: z.infer<typeof deliveryAnswerSchema> = {
  delivery: { ...waiting, trigger: 'test', test: true },
  meta: exampleMeta,
}
