import { z } from 'zod'
import { emptyAnswer, jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { parseQuery, parseWith, readJson } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import {
  archiveEventType,
  type CatalogueType,
  createEventType,
  getEventCatalogue,
  getEventType,
  updateEventType,
} from '@/lib/operations/event-types'
import { createEventTypeSchema, updateEventTypeSchema } from '@/lib/schemas/event-type'
import { eventTypeByNameOperations, eventTypeListOperations } from './event-type-operations'
import type { EventTypeView } from './event-type-schema'
import { listMetaOf, metaOf } from './meta'

// It has one page, so that nobody takes the first of several for all.
const noParameters = z.strictObject({})

/** `/event_types`: the catalogue. */
export const eventTypeList = route(
  '/event_types',
  {
    GET: withScope('webhooks:read', async ({ request, requestId, context }) => {
      parseQuery(noParameters, request)
      const { types } = getEventCatalogue()
      const body = { event_types: types.map(eventTypeView), meta: listMetaOf(context, requestId, null) }
      return jsonAnswer(200, body, requestId)
    }),
    POST: withScope('event_types:write', async ({ request, requestId, context }) => {
      const key = idempotencyKeyOf(request)
      const input = parseWith(createEventTypeSchema, await readJson(request))
      const type = await createEventType(context, input, key)
      return jsonAnswer(201, { event_type: eventTypeView(type), meta: metaOf(context, requestId) }, requestId)
    }),
  },
  eventTypeListOperations,
)

/** `/event_types/{name}` */
export const eventTypeByName = route(
  '/event_types/{name}',
  {
    GET: withScope('webhooks:read', async ({ requestId, params, context }) => {
      const type = getEventType(params.name ?? '')
      return jsonAnswer(200, { event_type: eventTypeView(type), meta: metaOf(context, requestId) }, requestId)
    }),
    PATCH: withScope('event_types:write', async ({ request, requestId, params, context }) => {
      const input = parseWith(updateEventTypeSchema, await readJson(request))
      const type = await updateEventType(context, params.name ?? '', input)
      return jsonAnswer(200, { event_type: eventTypeView(type), meta: metaOf(context, requestId) }, requestId)
    }),
    DELETE: withScope('event_types:write', async ({ requestId, params, context }) => {
      await archiveEventType(context, params.name ?? '')
      return emptyAnswer(requestId)
    }),
  },
  eventTypeByNameOperations,
)

function eventTypeView(type: CatalogueType): EventTypeView {
  return {
    name: type.name,
    category: type.category.label,
    description: type.description,
    schema: type.jsonSchema(),
    sample: type.sample,
    built_in: type.isBuiltIn,
    validation: type.validation,
    archived: type.isArchived,
  }
}
