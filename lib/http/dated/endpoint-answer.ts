import { type Answer, jsonAnswer } from '@/lib/http/answer'
import type { StoreContext } from '@/lib/operations/context'
import { listDisableTimes } from '@/lib/operations/countdown'
import type { Endpoint } from '@/lib/operations/endpoints'
import { endpointView } from './endpoint-view'
import { metaOf } from './meta'

/** The answer that shows one endpoint as it is now; `secret` only where it was just made. */
export async function endpointAnswer(
  context: StoreContext,
  requestId: string,
  endpoint: Endpoint,
  secret?: string,
): Promise<Answer> {
  const disableTimes = await listDisableTimes(context)
  const view = endpointView(endpoint, disableTimes.get(endpoint.id) ?? null, secret)
  return jsonAnswer(200, { endpoint: view, meta: metaOf(context, requestId) }, requestId)
}
