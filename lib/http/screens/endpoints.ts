import { jsonAnswer } from '@/lib/http/answer'
import { pathId } from '@/lib/http/public-id'
import { route } from '@/lib/http/route'
import { getEndpointOverview } from '@/lib/operations/endpoint-overview'
import { getEndpointList } from '@/lib/operations/endpoint-summaries'
import { withViewer } from './with-viewer'

/** `/endpoints`: the list with its health, as its screen refreshes it. */
export const screenEndpoints = route('/endpoints', {
  GET: withViewer(async ({ requestId, context }) =>
    jsonAnswer(200, await getEndpointList(context), requestId),
  ),
})

/** `/endpoints/{id}`: how one endpoint fares, as its page refreshes it. */
export const screenEndpoint = route('/endpoints/{id}', {
  GET: withViewer(async ({ requestId, params, context }) =>
    jsonAnswer(200, await getEndpointOverview(context, pathId('we', params.id)), requestId),
  ),
})
