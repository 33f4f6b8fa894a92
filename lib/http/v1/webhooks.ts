import { env } from '@/lib/env'
import { jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { parseQuery, parseWith, readJson } from '@/lib/http/read-body'
import { type ApiRequest, route } from '@/lib/http/route'
import { createWebhook, deleteWebhook, listWebhooks, updateWebhook } from '@/lib/operations/webhooks'
import { createWebhookSchema, updateWebhookSchema, webhookListQuery } from '@/lib/schemas/webhook'
import { queriedNumber } from './queried-number'
import { refusalAnswer } from './refusal'
import { webhookView } from './webhook-view'
import { webhooksOperations } from './webhooks-operations'

const success = { status: 'success' }

/** `/webhooks`: all of seed 002's API. */
export const webhooks = route(
  '/webhooks',
  {
    GET: withScope('webhooks:read', async ({ request, requestId, context }) => {
      const query = parseQuery(webhookListQuery, request)
      const { endpoints, total } = await listWebhooks(context, query)
      const totalPages = Math.max(1, Math.ceil(total / query.limit))
      const pagination = {
        total,
        count: endpoints.length,
        per_page: query.limit,
        current_page: query.page,
        total_pages: totalPages,
        links: { next: query.page < totalPages ? pageUrl(request, query.page + 1) : null },
      }
      return jsonAnswer(200, { data: endpoints.map(webhookView), meta: { pagination } }, requestId)
    }),
    POST: withScope('webhooks:write', async ({ request, requestId, context }) => {
      const key = idempotencyKeyOf(request)
      const input = parseWith(createWebhookSchema, await readJson(request))
      const { number } = await createWebhook(context, input, key)
      return jsonAnswer(201, { ...success, data: { id: Number(number) } }, requestId)
    }),
    PUT: withScope('webhooks:write', async ({ request, requestId, context }) => {
      const number = queriedNumber(request)
      const input = parseWith(updateWebhookSchema, await readJson(request))
      await updateWebhook(context, number, input)
      return jsonAnswer(200, success, requestId)
    }),
    DELETE: withScope('webhooks:write', async ({ request, requestId, context }) => {
      await deleteWebhook(context, queriedNumber(request))
      return jsonAnswer(200, success, requestId)
    }),
  },
  webhooksOperations,
  refusalAnswer,
)

/** The same list, turned to a page. */
function pageUrl(request: ApiRequest, page: number): string {
  const { searchParams } = new URL(request.url)
  searchParams.set('page', String(page))
  return `${env().PUBLIC_URL.replace(/\/$/, '')}/api/v1/webhooks?${searchParams}`
}
