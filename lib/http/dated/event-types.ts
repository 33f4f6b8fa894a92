import { AppError } from '@/lib/errors'
import { jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { route } from '@/lib/http/route'
import { eventTypes, getEventType } from '@/lib/webhooks/event-types/catalogue'
import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { eventTypeJsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { listMetaOf, metaOf } from './meta'

/** `/event_types`: the catalogue. */
export const eventTypeList = route('/event_types', {
  GET: withScope('webhooks:read', async ({ requestId, context }) => {
    const body = { event_types: eventTypes.map(eventTypeView), meta: listMetaOf(context, requestId, null) }
    return jsonAnswer(200, body, requestId)
  }),
})

/** `/event_types/{name}` */
export const eventTypeByName = route('/event_types/{name}', {
  GET: withScope('webhooks:read', async ({ requestId, params, context }) => {
    const type = getEventType(params.name ?? '')
    if (!type) throw new AppError('not_found')
    return jsonAnswer(200, { event_type: eventTypeView(type), meta: metaOf(context, requestId) }, requestId)
  }),
})

function eventTypeView(type: EventType) {
  return {
    name: type.name,
    category: type.category.label,
    description: type.description,
    schema: eventTypeJsonSchema(type),
    sample: type.sample,
  }
}
