import { z } from 'zod'
import { validationModes } from '@/lib/webhooks/event-types/event-catalogue'
import { exampleListMeta, exampleMeta, listMetaSchema, metaSchema } from './meta-schema'

const eventTypeSchema = z
  .object({
    name: z.string(),
    category: z.string(),
    description: z.string(),
    schema: z.record(z.string(), z.unknown()).describe('The JSON Schema (2020-12) of `data.object`.'),
    sample: z.record(z.string(), z.unknown()).describe('A `data.object` by that schema.'),
    built_in: z.boolean().describe('It comes with Shopbell, and is not one of the installation’s own.'),
    validation: z
      .enum(validationModes)
      .describe('What becomes of an event that does not match the schema: `off` checks nothing.'),
    archived: z.boolean().describe('Events of it are refused, and no endpoint can newly choose it.'),
  })
  .meta({ id: 'EventType', description: 'Something that can happen in a store.' })

export type EventTypeView = z.infer<typeof eventTypeSchema>

export const eventTypeAnswerSchema = z
  .object({ event_type: eventTypeSchema, meta: metaSchema })
  .meta({ id: 'EventTypeAnswer' })
export const eventTypesAnswerSchema = z
  .object({ event_types: z.array(eventTypeSchema), meta: listMetaSchema })
  .meta({ id: 'EventTypesAnswer' })

/** An event type of an installation's own, as the document's examples have it. */
export const exampleOwnType = 'parcel.lost'

/** Its schema, and a sample by it. */
export const exampleOwnData = {
  schema: {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      tracking_code: { type: 'string', pattern: '^[A-Z]{2}\\d{9}[A-Z]{2}$' },
    },
    required: ['id'],
  },
  sample: { id: 88, tracking_code: 'RR123456789DE' },
}

const eventType: EventTypeView = {
  name: 'order.shipped',
  category: 'Orders',
  description: 'An order was handed to the carrier.',
  schema: { type: 'object', properties: { id: { type: ['integer', 'string'] } }, required: ['id'] },
  sample: { id: 10_482, status: 'shipped' },
  built_in: true,
  validation: 'off',
  archived: false,
}
const own: EventTypeView = {
  name: exampleOwnType,
  category: 'Parcels',
  description: 'A parcel was lost on its way.',
  ...exampleOwnData,
  built_in: false,
  validation: 'warn',
  archived: false,
}

export const exampleEventTypeAnswer: z.infer<typeof eventTypeAnswerSchema> = {
  event_type: eventType,
  meta: exampleMeta,
}
export const exampleOwnTypeAnswer: z.infer<typeof eventTypeAnswerSchema> = {
  event_type: own,
  meta: exampleMeta,
}
export const exampleEventTypesAnswer: z.infer<typeof eventTypesAnswerSchema> = {
  event_types: [eventType],
  meta: exampleListMeta,
}
