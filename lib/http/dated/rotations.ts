import { withScope } from '@/lib/http/authenticate'
import { revisionCheckOf } from '@/lib/http/entity-tag'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { pathId } from '@/lib/http/public-id'
import { parseWith, readOptionalJson } from '@/lib/http/read-body'
import { route } from '@/lib/http/route'
import { getEndpoint } from '@/lib/operations/endpoints'
import { rotateSecret } from '@/lib/operations/secrets'
import { rotationSchema } from '@/lib/schemas/secret-rotation'
import { endpointAnswer } from './endpoint-answer'
import { rotationOperations } from './endpoint-operations'

/** `/webhook_endpoints/{id}/rotate_secret`: a new secret, in this answer alone; the body may be left out. */
export const rotation = route(
  '/webhook_endpoints/{id}/rotate_secret',
  {
    POST: withScope('webhooks:write', async ({ request, requestId, params, context }) => {
      const endpointId = pathId('we', params.id)
      const key = idempotencyKeyOf(request)
      const check = revisionCheckOf(request, endpointId)
      const { grace_seconds } = parseWith(rotationSchema, await readOptionalJson(request))
      const { secret } = await rotateSecret(context, endpointId, grace_seconds, { key, check })
      return endpointAnswer(context, requestId, await getEndpoint(context, endpointId), { secret })
    }),
  },
  rotationOperations,
)
