import { type Answer, jsonAnswer } from '@/lib/http/answer'
import { entityTag } from '@/lib/http/entity-tag'
import type { StoreContext } from '@/lib/operations/context'
import { listDisableTimes } from '@/lib/operations/countdown'
import type { Endpoint } from '@/lib/operations/endpoints'
import { endpointView } from './endpoint-view'
import { metaOf } from './meta'

/** The answer that shows one endpoint as it is now, with its ETag; `secret` only where it was just made. */
export async function endpointAnswer(
  context: StoreContext,
  requestId: string,
  endpoint: Endpoint,
  { status = 200, secret }: { status?: 200 | 201; secret?: string } = {},
): Promise<Answer> {
  const disablesAt = (await listDisableTimes(context)).get(endpoint.id) ?? null
  const body = { endpoint: endpointView(endpoint, disablesAt, secret), meta: metaOf(context, requestId) }
  const answer = jsonAnswer(status, body, requestId)
  // The same whether or not the secret is shown.
  answer.headers.etag = entityTag(endpoint, endpointView(endpoint, disablesAt))
  return answer
}
