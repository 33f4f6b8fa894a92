import { z } from 'zod'

// What commands read of the API's answers; the rest is passed on as it came.

const event = z.looseObject({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  created_at: z.string(),
  api_version: z.string(),
  data: z.unknown(),
  deliveries_count: z.number(),
})

export const events = z.looseObject({ events: z.array(event) })

export const eventPage = events.extend({ meta: z.looseObject({ next_cursor: z.string().nullable() }) })

export const eventType = z.looseObject({ event_type: z.looseObject({ sample: z.unknown() }) })

const delivery = z.looseObject({
  id: z.string(),
  event_id: z.string(),
  event_type: z.string(),
  endpoint_id: z.string(),
  status: z.string(),
  attempts_count: z.number(),
  next_attempt_at: z.string().nullable(),
  http_status: z.number().nullable(),
  error: z.string().nullable(),
  created_at: z.string(),
})

export const deliveryPage = z.looseObject({
  deliveries: z.array(delivery),
  meta: z.looseObject({ next_cursor: z.string().nullable() }),
})

const attempt = z.looseObject({
  number: z.number(),
  trigger: z.string(),
  started_at: z.string(),
  duration_ms: z.number().nullable(),
  http_status: z.number().nullable(),
  error: z.string().nullable(),
  error_detail: z.string().nullable(),
  response: z.looseObject({ body: z.string().nullable() }).nullable(),
})

export const deliveryDetail = z.looseObject({ delivery, attempts: z.array(attempt) })

export const resend = z.looseObject({
  resend: z.looseObject({
    id: z.string().nullable(),
    status: z.string().nullable(),
    total: z.number(),
    has_more: z.boolean(),
    estimated_seconds: z.number(),
    excluded: z.record(z.string(), z.number()),
    by_endpoint: z.array(z.looseObject({ endpoint_id: z.string(), count: z.number() })),
    sent: z.number(),
    skipped: z.number(),
    succeeded: z.number(),
    failed: z.number(),
    cancelled: z.number(),
    finished_at: z.string().nullable(),
  }),
})

export type Event = z.infer<typeof event>
export type Delivery = z.infer<typeof delivery>
export type Attempt = z.infer<typeof attempt>
export type Resend = z.infer<typeof resend>['resend']
