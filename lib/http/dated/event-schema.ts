import { z } from 'zod'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { deliverySchema, exampleDelivery } from './delivery-schema'
import { exampleListMeta, exampleMeta, listMetaSchema, metaSchema } from './meta-schema'
import { eventId, exampleIds } from './public-id-schema'
import { count, oneOf, seconds } from './shared-schemas'

const eventSchema = z
  .object({
    id: eventId,
    type: z.string(),
    created: z.int().describe('When it happened, in Unix seconds.'),
    created_at: seconds.describe('When it was stored.'),
    api_version: oneOf([defaultApiVersion]),
    data: z.unknown().meta({
      type: 'object',
      properties: { object: { type: 'object' } },
      required: ['object'],
      description: 'As it was reported.',
    }),
    deliveries_count: count.describe('To how many endpoints it goes.'),
    warnings: z
      .array(z.string())
      .describe('How its data does not match the schema of its type, where that is checked.'),
  })
  .meta({ id: 'Event', description: 'One thing that happened in a store.' })

export type EventView = z.infer<typeof eventSchema>

export const eventAnswerSchema = z
  .object({ event: eventSchema, meta: metaSchema })
  .meta({ id: 'EventAnswer' })
export const eventsAnswerSchema = z
  .object({ events: z.array(eventSchema), meta: metaSchema })
  .meta({ id: 'EventsAnswer' })
export const eventListAnswerSchema = z
  .object({ events: z.array(eventSchema), meta: listMetaSchema })
  .meta({ id: 'EventListAnswer' })
export const eventDetailSchema = z
  .object({ event: eventSchema, deliveries: z.array(deliverySchema), meta: metaSchema })
  .meta({ id: 'EventDetail' })

const event: EventView = {
  id: exampleIds.event,
  type: 'order.shipped',
  created: 1_642_435_200,
  created_at: '2022-01-17T16:00:00Z',
  api_version: defaultApiVersion,
  data: { object: { id: 123, status: 'shipped', tracking_number: '1Z999AA10123456784' } },
  deliveries_count: 1,
  warnings: [],
}

export const exampleEventAnswer: z.infer<typeof eventAnswerSchema> = { event, meta: exampleMeta }
export const exampleEventListAnswer: z.infer<typeof eventListAnswerSchema> = {
  events: [event],
  meta: exampleListMeta,
}
export const exampleEventDetail: z.infer<typeof eventDetailSchema> = {
  event,
  deliveries: [exampleDelivery],
  meta: exampleMeta,
}
