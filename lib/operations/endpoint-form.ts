import { listEndpoints } from '@/lib/db/endpoints'
import { eventCatalogue } from '@/lib/db/event-catalogue'
import { hasMailServer } from '@/lib/delivery/mailer'
import { env, retryPolicies } from '@/lib/env'
import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import type { RetryPolicies } from '@/lib/webhooks/retry-policy'
import type { StoreContext } from './context'

/** What of this deployment's settings a form for an endpoint has to know. */
export type EndpointFormRules = {
  /** Networks that may be sent to although they are private; for them `http://` will do. */
  allowedCidrs: string[]
  retryPolicies: RetryPolicies
  /** Whether endpoints of kind `email` can be made. */
  canSendMail: boolean
  /** Names of headers that are signed with, and so cannot be an endpoint's own. */
  signatureHeaders: string[]
  /** The deployment's own event types that can be chosen, and archived ones that the endpoint chose. */
  ownEventTypes: EventType[]
}

/** See `EndpointFormRules`; `chosen` are the types that the endpoint has. */
export function getEndpointFormRules(chosen: readonly string[] = []): EndpointFormRules {
  const { types, archived } = eventCatalogue()
  const own = [
    ...types.filter(({ isBuiltIn }) => !isBuiltIn),
    ...archived.filter(({ name }) => chosen.includes(name)),
  ]
  const { WEBHOOK_ALLOWED_CIDRS, SIGNATURE_HEADERS } = env()
  return {
    allowedCidrs: WEBHOOK_ALLOWED_CIDRS,
    retryPolicies: retryPolicies(),
    canSendMail: hasMailServer(),
    signatureHeaders: [...SIGNATURE_HEADERS],
    ownEventTypes: own.map(({ name, category, description, sample, isArchived }) => ({
      ...{ name, category, sample },
      description: isArchived ? `Archived, so no event of it comes any more. ${description}` : description,
    })),
  }
}

/** How many endpoints the store may have, and whether it has that many. */
export async function getEndpointLimit(
  context: StoreContext,
): Promise<{ limit: number; isReached: boolean }> {
  const limit = env().ENDPOINTS_PER_STORE
  const endpoints = await listEndpoints(context.storeId, { limit, after: null })
  return { limit, isReached: endpoints.length >= limit }
}
