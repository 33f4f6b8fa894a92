import { validationError } from '@/lib/errors'
import type { StoreContext } from '@/lib/operations/context'
import { findMoreProblems } from '@/lib/operations/events'
import { type EventInput, eventBatchSchema, eventSchema, MAX_BATCH } from '@/lib/schemas/event'
import { fieldErrors, MOST_FAULTS } from '@/lib/schemas/field-errors'

/** Where an event of a batch is in its body, as a JSON pointer. */
export const eventInBatch = (index: number) => `/events/${index}`

/**
 * The events of a batch's body. Throws `validation_failed` with what is wrong with each bad one: with its form, and with
 * what only the catalogue knows.
 */
export function readEventBatch(context: StoreContext, body: object): { events: EventInput[] } {
  const parsed = eventBatchSchema.safeParse(body, { reportInput: true })
  if (parsed.success) return parsed.data
  const sent: unknown[] = 'events' in body && Array.isArray(body.events) ? body.events : []
  const wellFormed = sent.slice(0, MAX_BATCH).map((event) => eventSchema.safeParse(event).data ?? null)
  const faults = [...fieldErrors(parsed.error), ...findMoreProblems(context, wellFormed, eventInBatch)]
  throw validationError(faults.slice(0, MOST_FAULTS))
}
