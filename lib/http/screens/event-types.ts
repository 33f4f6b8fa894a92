import { jsonAnswer, textAnswer } from '@/lib/http/answer'
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
    const text = `${JSON.stringify(type.jsonSchema(), null, 2)}\n`
    const answer = textAnswer(text, 'application/schema+json; charset=utf-8', requestId)
    answer.headers['content-disposition'] = `attachment; filename="${type.name}.schema.json"`
    return answer
  }),
})
