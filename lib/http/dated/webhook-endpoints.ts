import { emptyAnswer, jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { revisionCheckOf, unlessKnown } from '@/lib/http/entity-tag'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { pathId, queryId } from '@/lib/http/public-id'
import { parseQuery, parseWith, readJson } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { toPublicId } from '@/lib/ids'
import { listDisableTimes } from '@/lib/operations/countdown'
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  listEndpoints,
  updateEndpoint,
} from '@/lib/operations/endpoints'
import { createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { pageQuery } from '@/lib/schemas/page'
import { endpointAnswer } from './endpoint-answer'
import { webhookEndpointOperations, webhookEndpointsOperations } from './endpoint-operations'
import { endpointView } from './endpoint-view'
import { listMetaOf } from './meta'

/** `/webhook_endpoints`: the list, and creating one as seed 001 has it. */
export const webhookEndpoints = route(
  '/webhook_endpoints',
  {
    GET: withScope('webhooks:read', async ({ request, requestId, context }) => {
      const { limit, after } = parseQuery(pageQuery, request)
      const { endpoints, hasMore } = await listEndpoints(context, {
        limit,
        after: queryId('we', 'after', after) ?? null,
      })
      const disableTimes = await listDisableTimes(context)
      const last = endpoints.at(-1)
      const nextCursor = hasMore && last ? toPublicId('we', last.id) : null
      const body = {
        endpoints: endpoints.map((endpoint) => endpointView(endpoint, disableTimes.get(endpoint.id) ?? null)),
        meta: listMetaOf(context, requestId, nextCursor),
      }
      return jsonAnswer(200, body, requestId)
    }),
    POST: withScope('webhooks:write', async ({ request, requestId, context }) => {
      const key = idempotencyKeyOf(request)
      const input = parseWith(createEndpointSchema, await readJson(request))
      const { endpoint, secret } = await createEndpoint(context, input, { key })
      return endpointAnswer(context, requestId, endpoint, { status: 201, secret })
    }),
  },
  webhookEndpointsOperations,
)

/** `/webhook_endpoints/{id}` */
export const webhookEndpoint = route(
  '/webhook_endpoints/{id}',
  {
    GET: withScope('webhooks:read', async ({ request, requestId, params, context }) => {
      const endpoint = await getEndpoint(context, pathId('we', params.id))
      return unlessKnown(request, await endpointAnswer(context, requestId, endpoint))
    }),
    PATCH: withScope('webhooks:write', async ({ request, requestId, params, context }) => {
      const id = pathId('we', params.id)
      const check = revisionCheckOf(request, id)
      const input = parseWith(updateEndpointSchema, await readJson(request))
      const endpoint = await updateEndpoint(context, id, input, { check })
      return endpointAnswer(context, requestId, endpoint)
    }),
    DELETE: withScope('webhooks:write', async ({ request, requestId, params, context }) => {
      const id = pathId('we', params.id)
      await deleteEndpoint(context, id, revisionCheckOf(request, id))
      return emptyAnswer(requestId)
    }),
  },
  webhookEndpointOperations,
)
