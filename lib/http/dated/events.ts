import { type AppError, validationError } from '@/lib/errors'
import { jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { pathId, queryId } from '@/lib/http/public-id'
import { parseQuery, parseWith, readJson } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { toPublicId } from '@/lib/ids'
import { acceptEvents, getEvent, listEvents, type StoreEvent } from '@/lib/operations/events'
import { type EventInput, eventQuery, eventSchema } from '@/lib/schemas/event'
import { deliveryView } from './delivery-view'
import { eventInBatch, readEventBatch } from './event-batch'
import { eventByIdOperations, eventsOperations } from './event-operations'
import type { EventView } from './event-schema'
import { toSeconds } from './instant'
import { listMetaOf, metaOf } from './meta'

const MAX_BATCH_BYTES = 4 * 1024 * 1024

/** `/events`: what came in, newest first unless asked otherwise; and one event, or a batch in `events`. */
export const events = route(
  '/events',
  {
    GET: withScope('deliveries:read', async ({ request, requestId, context }) => {
      const { after, ...query } = parseQuery(eventQuery, request)
      const page = { ...query, after: queryId('evt', 'after', after) }
      const { events: found, nextCursor } = await listEvents(context, page)
      const next = nextCursor === null ? null : toPublicId('evt', nextCursor)
      return jsonAnswer(
        200,
        { events: found.map(eventView), meta: listMetaOf(context, requestId, next) },
        requestId,
      )
    }),

    POST: withScope('events:write', async ({ request, requestId, context }) => {
      const body = await readJson(request, MAX_BATCH_BYTES)
      const meta = metaOf(context, requestId)
      const key = idempotencyKeyOf(request)
      if (typeof body === 'object' && body !== null && 'events' in body) {
        const batch = readEventBatch(context, body)
        if (key !== null) refuseOwnKeys(batch.events)
        const accepted = await acceptEvents(context, batch.events, eventInBatch, { batchKey: key })
        return jsonAnswer(202, { events: accepted.map(eventView), meta }, requestId)
      }
      const event = parseWith(eventSchema, body)
      const own = event.idempotency_key
      if (key !== null && own !== undefined && key !== own) throw twoKeys('/idempotency_key')
      const keyed = { ...event, idempotency_key: own ?? key ?? undefined }
      const keyPointer = () => (own === undefined ? 'idempotency-key' : '/idempotency_key')
      const [accepted] = await acceptEvents(context, [keyed], () => '', { keyPointer })
      return jsonAnswer(202, { event: accepted && eventView(accepted), meta }, requestId)
    }),
  },
  eventsOperations,
)

/** One key for all, or one for each: which of two would count, nobody could tell. */
function refuseOwnKeys(inputs: readonly EventInput[]): void {
  const index = inputs.findIndex((input) => input.idempotency_key !== undefined)
  if (index !== -1) throw twoKeys(`/events/${index}/idempotency_key`)
}

function twoKeys(pointer: string): AppError {
  const detail = 'Send one key: in the header “Idempotency-Key” for all that is sent, or with each event.'
  return validationError([{ pointer, code: 'not_with_header', detail }])
}

/** `/events/{id}`: an event with its deliveries. */
export const eventById = route(
  '/events/{id}',
  {
    GET: withScope('deliveries:read', async ({ requestId, params, context }) => {
      const { event, deliveries } = await getEvent(context, pathId('evt', params.id))
      const body = {
        event: eventView(event),
        deliveries: deliveries.map(deliveryView),
        meta: metaOf(context, requestId),
      }
      return jsonAnswer(200, body, requestId)
    }),
  },
  eventByIdOperations,
)

function eventView(event: StoreEvent): EventView {
  return {
    id: toPublicId('evt', event.id),
    type: event.type,
    created: Math.floor(event.occurredAt.getTime() / 1000),
    created_at: toSeconds(event.createdAt),
    api_version: event.apiVersion,
    data: event.data,
    deliveries_count: event.deliveriesCount,
    warnings: [...event.warnings],
  }
}
