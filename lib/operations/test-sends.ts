import { pool } from '@/lib/db/client'
import { listEventDeliveries } from '@/lib/db/deliveries'
import { findEndpoint } from '@/lib/db/endpoints'
import { eventCatalogue } from '@/lib/db/event-catalogue'
import { AppError, validationError } from '@/lib/errors'
import type { TestSendInput } from '@/lib/schemas/event'
import type { StoreContext } from './context'
import { once, type RequestKey, requestKey } from './once'
import { prepareEvent, storeEvents } from './store-events'
import { findTypeFault } from './type-fault'

/**
 * Sends a test event to one endpoint, also to a disabled one: of the given type or the endpoint's first, with the
 * given data or the catalogue's sample. Returns the delivery's id, for the same key and input the first one's. Test sends
 * count in no statistics. Throws `not_found`, `validation_failed`, `idempotency_conflict`.
 */
export async function sendTest(
  context: StoreContext,
  endpointId: string,
  input: TestSendInput,
  key: string | null = null,
): Promise<string> {
  // The ingest claims it, among the keys of events; none of theirs has U+0001.
  const claim = requestKey(key === null ? null : `\u0001test ${endpointId} ${key}`, 'event', input)
  return once(context, claim, {
    work: () => makeTest(context, endpointId, input, claim),
    replay: (eventId) => getTest(context, eventId),
  })
}

async function getTest(context: StoreContext, eventId: string): Promise<string> {
  const [delivery] = await listEventDeliveries(pool(), context, eventId)
  if (!delivery) throw new AppError('not_found')
  return delivery.id
}

async function makeTest(
  context: StoreContext,
  endpointId: string,
  input: TestSendInput,
  claim: RequestKey | null,
): Promise<string> {
  const endpoint = await findEndpoint(context.storeId, endpointId)
  if (!endpoint) throw new AppError('not_found')
  const catalogue = eventCatalogue()
  const chosen = endpoint.eventTypes.find((each) => catalogue.has(each))
  const name = input.event_type ?? chosen ?? catalogue.types[0]?.name ?? ''
  const fault = findTypeFault(name)
  if (fault) throw validationError([{ ...fault, pointer: '/event_type' }])
  const data = input.data ?? { object: { ...catalogue.get(name)?.sample } }
  const event = prepareEvent(context, { type: name, data }, '', true)
  const keyed = claim ? { ...event, key: claim.key, fingerprint: claim.fingerprint } : event
  const [stored] = await storeEvents(context, [keyed], { testEndpointId: endpointId })
  // An equal request was faster.
  if (stored && stored.id !== event.id) return getTest(context, stored.id)
  const delivery = stored?.deliveryIds[0]
  if (delivery === undefined) throw new AppError('not_found')
  return delivery
}
