import { jsonAnswer } from '@/lib/http/answer'
import { route } from '@/lib/http/route'
import { getEventCatalogue, getEventType } from '@/lib/operations/event-types'
import { withViewer } from './with-viewer'

/** `/event-types`: the deployment's own types that can be chosen, as forms and test sends need them. */
export const screenOwnEventTypes = route('/event-types', {
  GET: withViewer(async ({ requestId }) => {
    const own = getEventCatalogue().types.filter(({ isBuiltIn }) => !isBuiltIn)
    const types = own.map(({ name, category, description, sample }) => ({
      name,
      category,
      description,
      sample,
    }))
    return jsonAnswer(200, { types }, requestId)
  }),
})

/** `/event-types/{name}/schema`: the JSON Schema of a type's `data.object`, to save as a file. */
export const screenEventTypeSchema = route('/event-types/{name}/schema', {
  GET: withViewer(async ({ requestId, params }) => {
    const type = getEventType(params.name ?? '')
    return {
      status: 200,
      headers: {
        'content-type': 'application/schema+json; charset=utf-8',
        'content-disposition': `attachment; filename="${type.name}.schema.json"`,
        'cache-control': 'no-store',
        'x-request-id': requestId,
      },
      body: `${JSON.stringify(type.jsonSchema(), null, 2)}\n`,
    }
  }),
})
