import { validationError } from '@/lib/errors'
import { jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { pathId } from '@/lib/http/public-id'
import { parseWith, readEmptyBody, readJson, readOptionalJson } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { fromPublicId, type IdPrefix } from '@/lib/ids'
import { planCatchUp, startCatchUp } from '@/lib/operations/catch-up'
import { noneExcluded, planResend } from '@/lib/operations/resend-plan'
import { cancelResend, getResend, type ResendFilter, startResend } from '@/lib/operations/resends'
import { type CreateResendInput, catchUpSchema, createResendSchema } from '@/lib/schemas/resend'
import { metaOf } from './meta'
import {
  catchUpOperations,
  resendCancelOperations,
  resendOperations,
  resendsOperations,
} from './resend-operations'
import { dryRunView, resendView } from './resend-view'

/** `/resends`: many deliveries once more, or with `dry_run` how many that would be. */
export const resends = route(
  '/resends',
  {
    POST: withScope('deliveries:write', async ({ request, requestId, context }) => {
      const key = idempotencyKeyOf(request)
      const input = parseWith(createResendSchema, await readJson(request))
      const { rate } = input
      const filter = toFilter(input.filter)
      const meta = metaOf(context, requestId)
      if (input.dry_run) {
        const plan = await planResend(context, filter)
        const endpointId = filter.endpointId ?? null
        return jsonAnswer(
          202,
          { resend: dryRunView({ ...plan, kind: 'resend', endpointId, rate }), meta },
          requestId,
        )
      }
      const job = await startResend(context, filter, { rate, key })
      return jsonAnswer(202, { resend: resendView(job), meta }, requestId)
    }),
  },
  resendsOperations,
)

/** `/resends/{id}`: how far a job is. */
export const resend = route(
  '/resends/{id}',
  {
    GET: withScope('deliveries:read', async ({ requestId, params, context }) => {
      const job = await getResend(context, pathId('rs', params.id))
      return jsonAnswer(200, { resend: resendView(job), meta: metaOf(context, requestId) }, requestId)
    }),
  },
  resendOperations,
)

/** `/resends/{id}/cancel`: nothing more of it is sent. Asking again, with or without a key, changes nothing. */
export const resendCancel = route(
  '/resends/{id}/cancel',
  {
    POST: withScope('deliveries:write', async ({ request, requestId, params, context }) => {
      const id = pathId('rs', params.id)
      idempotencyKeyOf(request)
      await readEmptyBody(request)
      const job = await cancelResend(context, id)
      return jsonAnswer(200, { resend: resendView(job), meta: metaOf(context, requestId) }, requestId)
    }),
  },
  resendCancelOperations,
)

/** `/webhook_endpoints/{id}/catch_up`: what it missed while it was disabled; the body may be left out. */
export const catchUp = route(
  '/webhook_endpoints/{id}/catch_up',
  {
    POST: withScope('deliveries:write', async ({ request, requestId, params, context }) => {
      const endpointId = pathId('we', params.id)
      const key = idempotencyKeyOf(request)
      const { dry_run: isDryRun, rate } = parseWith(catchUpSchema, await readOptionalJson(request))
      const meta = metaOf(context, requestId)
      if (isDryRun) {
        const { total, hasMore } = await planCatchUp(context, endpointId)
        const byEndpoint = [{ endpointId, count: total }]
        const planned = { filter: {}, rate, total, hasMore, excluded: noneExcluded(), byEndpoint }
        return jsonAnswer(
          202,
          { resend: dryRunView({ ...planned, kind: 'catch_up', endpointId }), meta },
          requestId,
        )
      }
      const job = await startCatchUp(context, endpointId, { rate, key })
      return jsonAnswer(202, { resend: resendView(job), meta }, requestId)
    }),
  },
  catchUpOperations,
)

function toFilter(input: CreateResendInput['filter']): ResendFilter {
  const idOf = (prefix: IdPrefix, name: string, text: string) => {
    const id = fromPublicId(prefix, text)
    if (id !== null) return id
    throw validationError([
      { pointer: `/filter/${name}`, code: 'invalid', detail: `Use an id that begins with “${prefix}_”.` },
    ])
  }
  const { endpoint_id: endpoint, resend_id: resendId, delivery_ids: deliveries } = input
  return {
    endpointId: endpoint === undefined ? undefined : idOf('we', 'endpoint_id', endpoint),
    eventType: input.event_type,
    status: input.status,
    httpStatus: input.http_status,
    error: input.error,
    since: input.since,
    until: input.until,
    q: input.q,
    resendId: resendId === undefined ? undefined : idOf('rs', 'resend_id', resendId),
    deliveryIds: deliveries?.map((id, index) => idOf('dlv', `delivery_ids/${index}`, id)),
    includeDelivered: input.include_delivered,
  }
}
