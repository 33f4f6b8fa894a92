import { jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { pathId, queryId } from '@/lib/http/public-id'
import { parseQuery, readEmptyBody } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { toPublicId } from '@/lib/ids'
import { getDelivery, listDeliveries, resendDelivery } from '@/lib/operations/deliveries'
import { deliveryQuery } from '@/lib/schemas/delivery'
import { deliveriesOperations, deliveryOperations, deliveryResendOperations } from './delivery-operations'
import { attemptView, deliveryView } from './delivery-view'
import { listMetaOf, metaOf } from './meta'

/**
 * `/deliveries`: the log, newest first. A page may hold fewer than `limit` rows, or none, and still have a next one:
 * what little matches is looked for in steps.
 */
export const deliveries = route(
  '/deliveries',
  {
    GET: withScope('deliveries:read', async ({ request, requestId, context }) => {
      const query = parseQuery(deliveryQuery, request)
      const endpointId = queryId('we', 'endpoint_id', query.endpoint_id)
      const { rows, nextCursor } = await listDeliveries(context, {
        endpointIds: endpointId === undefined ? undefined : [endpointId],
        eventType: query.event_type,
        statuses: query.status === undefined ? undefined : [query.status],
        httpStatus: query.http_status,
        error: query.error,
        since: query.since,
        until: query.until,
        q: query.q,
        resendId: queryId('rs', 'resend_id', query.resend_id),
        limit: query.limit,
        after: queryId('dlv', 'after', query.after),
      })
      const next = nextCursor === null ? null : toPublicId('dlv', nextCursor)
      const body = { deliveries: rows.map(deliveryView), meta: listMetaOf(context, requestId, next) }
      return jsonAnswer(200, body, requestId)
    }),
  },
  deliveriesOperations,
)

/** `/deliveries/{id}`: a delivery with its attempts. */
export const delivery = route(
  '/deliveries/{id}',
  {
    GET: withScope('deliveries:read', async ({ requestId, params, context }) => {
      const found = await getDelivery(context, pathId('dlv', params.id))
      const body = {
        delivery: deliveryView(found.delivery),
        attempts: found.attempts.map((attempt) => attemptView(found.delivery.id, attempt)),
        meta: metaOf(context, requestId),
      }
      return jsonAnswer(200, body, requestId)
    }),
  },
  deliveryOperations,
)

/** `/deliveries/{id}/resend`: one more attempt, now. */
export const deliveryResend = route(
  '/deliveries/{id}/resend',
  {
    POST: withScope('deliveries:write', async ({ request, requestId, params, context }) => {
      const id = pathId('dlv', params.id)
      const key = idempotencyKeyOf(request)
      await readEmptyBody(request)
      const resent = await resendDelivery(context, id, key)
      return jsonAnswer(202, { delivery: deliveryView(resent), meta: metaOf(context, requestId) }, requestId)
    }),
  },
  deliveryResendOperations,
)
