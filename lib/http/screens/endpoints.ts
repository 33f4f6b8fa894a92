import { jsonAnswer } from '@/lib/http/answer'
import { route } from '@/lib/http/route'
import { getEndpointList } from '@/lib/operations/endpoint-summaries'
import { withViewer } from './with-viewer'

/** `/endpoints`: the list with its health, as its screen refreshes it. */
export const screenEndpoints = route('/endpoints', {
  GET: withViewer(async ({ requestId, context }) =>
    jsonAnswer(200, await getEndpointList(context), requestId),
  ),
})
