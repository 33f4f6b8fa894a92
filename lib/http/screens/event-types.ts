import { AppError } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { getEventType } from '@/lib/webhooks/event-types/catalogue'
import { eventTypeJsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { withViewer } from './with-viewer'

/** `/event-types/{name}/schema`: the JSON Schema of a type's `data.object`, to save as a file. */
export const screenEventTypeSchema = route('/event-types/{name}/schema', {
  GET: withViewer(async ({ requestId, params }) => {
    const type = getEventType(params.name ?? '')
    if (!type) throw new AppError('not_found')
    return {
      status: 200,
      headers: {
        'content-type': 'application/schema+json; charset=utf-8',
        'content-disposition': `attachment; filename="${type.name}.schema.json"`,
        'cache-control': 'no-store',
        'x-request-id': requestId,
      },
      body: `${JSON.stringify(eventTypeJsonSchema(type), null, 2)}\n`,
    }
  }),
})
