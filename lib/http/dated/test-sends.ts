import { jsonAnswer } from '@/lib/http/answer'
import { withScope } from '@/lib/http/authenticate'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { pathId } from '@/lib/http/public-id'
import { parseWith, readOptionalJson } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { getDelivery } from '@/lib/operations/deliveries'
import { MAX_EVENT_BYTES } from '@/lib/operations/store-events'
import { sendTest } from '@/lib/operations/test-sends'
import { testSendSchema } from '@/lib/schemas/event'
import { testSendOperations } from './delivery-operations'
import { deliveryView } from './delivery-view'
import { metaOf } from './meta'

/** `/webhook_endpoints/{id}/test`: a sample event to this endpoint alone; the body may be left out. */
export const testSend = route(
  '/webhook_endpoints/{id}/test',
  {
    POST: withScope('webhooks:write', async ({ request, requestId, params, context }) => {
      const endpointId = pathId('we', params.id)
      const key = idempotencyKeyOf(request)
      const input = parseWith(testSendSchema, await readOptionalJson(request, MAX_EVENT_BYTES))
      const { delivery } = await getDelivery(context, await sendTest(context, endpointId, input, key))
      return jsonAnswer(
        202,
        { delivery: deliveryView(delivery), meta: metaOf(context, requestId) },
        requestId,
      )
    }),
  },
  testSendOperations,
)
