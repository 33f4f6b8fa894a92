import { listEndpoints } from '@/lib/db/endpoints'
import { env, retryPolicies } from '@/lib/env'
import type { RetryPolicies } from '@/lib/webhooks/retry-policy'
import type { StoreContext } from './context'

/** What of this deployment's settings a form for an endpoint has to know. */
export type EndpointFormRules = {
  /** Networks that may be sent to although they are private; for them `http://` will do. */
  allowedCidrs: string[]
  retryPolicies: RetryPolicies
}

/** See `EndpointFormRules`. */
export function getEndpointFormRules(): EndpointFormRules {
  return { allowedCidrs: env().WEBHOOK_ALLOWED_CIDRS, retryPolicies: retryPolicies() }
}

/** How many endpoints the store may have, and whether it has that many. */
export async function getEndpointLimit(
  context: StoreContext,
): Promise<{ limit: number; isReached: boolean }> {
  const limit = env().ENDPOINTS_PER_STORE
  const endpoints = await listEndpoints(context.storeId, { limit, after: null })
  return { limit, isReached: endpoints.length >= limit }
}
