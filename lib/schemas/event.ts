import { z } from 'zod'
import { instantText } from './instant-text'
import { pageQuery } from './page'
import { text } from './text'

const MAX_KEY_LENGTH = 200
/** How many events can be sent at once. */
export const MAX_BATCH = 500

type EventData = { object: Record<string, unknown> }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Passed through as it is: copying it would lose keys such as `__proto__`.
const data = z
  .custom<EventData>((value) => isRecord(value) && isRecord(value.object), {
    error: '“data” must be an object with an object in “object”.',
  })
  .meta({
    description: 'What it happened to, in `object`: at most 256 KiB.',
    type: 'object',
    properties: { object: { type: 'object', description: 'As the event type’s schema has it.' } },
    required: ['object'],
  })

export const idempotencyKey = text(1, MAX_KEY_LENGTH)

/** One event as a store reports it; `created` is in Unix seconds, now where it is left out. */
export const eventSchema = z
  .strictObject({
    type: z.string().describe('Its event type, such as `order.paid`.'),
    data,
    idempotency_key: idempotencyKey
      .optional()
      .describe('Stores it once within 24 hours, however often it is sent.'),
    created: z
      .int('Use Unix time in whole seconds.')
      .min(0, 'Use Unix time in whole seconds.')
      .max(253_402_300_799, 'This is after the year 9999.')
      .optional()
      .describe('When it happened, in Unix seconds; now where it is left out.'),
  })
  .meta({ id: 'NewEvent' })

/** Several events, stored together or not at all. */
export const eventBatchSchema = z
  .strictObject({
    events: z
      .array(eventSchema)
      .min(1, 'Send at least one event.')
      .max(MAX_BATCH, `Send at most ${MAX_BATCH} events at once.`)
      .describe('Stored whole or not at all.'),
  })
  .meta({ id: 'NewEvents' })

/** Which events to list, and in which order of their ids. */
export const eventQuery = pageQuery.extend({
  since: instantText.optional().describe('Those that were stored at this time or later.'),
  until: instantText.optional().describe('Those that were stored before this time.'),
  order: z
    .enum(['asc', 'desc'], { error: 'Use asc or desc.' })
    .default('desc')
    .describe('`desc`: the newest first; `asc`: the oldest first.'),
})

/** A test send: of which type, and with what data instead of the catalogue's sample. */
export const testSendSchema = z
  .strictObject({
    event_type: z.string().optional().describe('The endpoint’s first one where it is left out.'),
    data: data.optional().describe('The catalogue’s sample where it is left out.'),
  })
  .meta({ id: 'TestSend' })

export type EventInput = z.infer<typeof eventSchema>
export type TestSendInput = z.infer<typeof testSendSchema>
