import { findEndpoint } from '@/lib/db/endpoints'
import { AppError, validationError } from '@/lib/errors'
import type { TestSendInput } from '@/lib/schemas/event'
import { eventTypes, getEventType } from '@/lib/webhooks/event-types/catalogue'
import type { StoreContext } from './context'
import { prepareEvent, storeEvents } from './store-events'

/**
 * Sends a test event to one endpoint, also to a disabled one: of the given type or the endpoint's first, with the
 * given data or the catalogue's sample. Returns the delivery's id. Test sends count in no statistics.
 */
export async function sendTest(
  context: StoreContext,
  endpointId: string,
  input: TestSendInput,
): Promise<string> {
  const endpoint = await findEndpoint(context.storeId, endpointId)
  if (!endpoint) throw new AppError('not_found')
  const name = input.event_type ?? endpoint.eventTypes[0] ?? eventTypes[0]?.name ?? ''
  const type = getEventType(name)
  if (!type) {
    throw validationError([
      { pointer: '/event_type', code: 'unknown_event_type', detail: 'There is no such event type.' },
    ])
  }
  const event = prepareEvent(context, { type: name, data: input.data ?? { object: type.sample } }, '')
  const [stored] = await storeEvents(context, [event], endpointId)
  const delivery = stored?.deliveryIds[0]
  if (delivery === undefined) throw new AppError('not_found')
  return delivery
}
