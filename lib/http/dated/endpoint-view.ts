import { toPublicId } from '@/lib/ids'
import { type Endpoint, listenedEventTypes } from '@/lib/operations/endpoints'
import { readFilter } from '@/lib/webhooks/event-filter'
import type { EndpointView } from './endpoint-schema'
import { toSeconds, toSecondsOrNull } from './instant'

/**
 * An endpoint as the dated API shows it: seed 001's keys in its order, then ours. `disablesAt` of those that fail;
 * `secret` only where it was just made.
 */
export function endpointView(
  endpoint: Endpoint,
  disablesAt: Date | null,
  secret?: string,
): EndpointView & { secret?: string } {
  return {
    id: toPublicId('we', endpoint.id),
    api_version: endpoint.apiVersion,
    created_at: toSeconds(endpoint.createdAt),
    creator: { id: creatorId(endpoint.creator) },
    description: endpoint.description,
    disabled_at: toSecondsOrNull(endpoint.disabledAt),
    event_types: listenedEventTypes(endpoint),
    metadata: endpoint.metadata,
    name: endpoint.name,
    ...(secret === undefined ? {} : { secret }),
    status: endpoint.disabledAt === null ? 'enabled' : 'disabled',
    updated_at: toSeconds(endpoint.updatedAt),
    url: endpoint.url,
    kind: endpoint.kind,
    email: endpoint.email,
    headers: endpoint.headerNames,
    rate_limit: endpoint.rateLimit,
    retry_policy: endpoint.retryPolicy,
    disabled_reason: endpoint.disabledReason,
    all_event_types: endpoint.allEventTypes,
    filter: readFilter(endpoint.filter),
    timeout_seconds: endpoint.timeoutMs / 1000,
    concurrency: endpoint.concurrency,
    disables_at: endpoint.disabledAt === null ? toSecondsOrNull(disablesAt) : null,
  }
}

/** `app_…` for what a token made, `usr_…` for what a person made. */
function creatorId(actor: string): string {
  const [kind = '', id = ''] = actor.split(':')
  if (kind === 'token') return toPublicId('app', id)
  return kind === 'user' ? toPublicId('usr', id) : actor
}
