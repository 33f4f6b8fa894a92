import { z } from 'zod'
import { instantText } from './instant-text'
import { pageQuery } from './page'
import { text } from './text'

const MAX_KEY_LENGTH = 200
const MAX_BATCH = 500

type EventData = { object: Record<string, unknown> }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Passed through as it is: copying it would lose keys such as `__proto__`.
const data = z.custom<EventData>((value) => isRecord(value) && isRecord(value.object), {
  error: '“data” must be an object with an object in “object”.',
})

export const idempotencyKey = text(1, MAX_KEY_LENGTH)

/** One event as a store reports it; `created` is in Unix seconds, now where it is left out. */
export const eventSchema = z.strictObject({
  type: z.string(),
  data,
  idempotency_key: idempotencyKey.optional(),
  created: z
    .int('Use Unix time in whole seconds.')
    .min(0, 'Use Unix time in whole seconds.')
    .max(253_402_300_799, 'This is after the year 9999.')
    .optional(),
})

/** Several events, stored together or not at all. */
export const eventBatchSchema = z.strictObject({
  events: z
    .array(eventSchema)
    .min(1, 'Send at least one event.')
    .max(MAX_BATCH, `Send at most ${MAX_BATCH} events at once.`),
})

/** Which events to list, and in which order of their ids. */
export const eventQuery = pageQuery.extend({
  since: instantText.optional(),
  until: instantText.optional(),
  order: z.enum(['asc', 'desc'], { error: 'Use asc or desc.' }).default('desc'),
})

/** A test send: of which type, and with what data instead of the catalogue's sample. */
export const testSendSchema = z.strictObject({
  event_type: z.string().optional(),
  data: data.optional(),
})

export type EventInput = z.infer<typeof eventSchema>
export type TestSendInput = z.infer<typeof testSendSchema>
