import { type Endpoint, listenedEventTypes } from '@/lib/operations/endpoints'
import { webhookEvents } from '@/lib/schemas/webhook'
import { dashedEventNames } from '@/lib/webhooks/event-types/catalogue'
import { withScheme } from '@/lib/webhooks/with-scheme'
import type { WebhookView } from './webhook-schema'

/** An endpoint as seed 002's API shows it, however it was made. */
export function webhookView(endpoint: Endpoint): WebhookView {
  return {
    // Below 2^53.
    id: Number(endpoint.number),
    name: endpoint.name,
    type: endpoint.kind === 'email' ? 'e-mail' : 'api',
    event: eventOf(listenedEventTypes(endpoint)),
    format: 'json',
    url_or_email: endpoint.kind === 'email' ? endpoint.email : givenUrl(endpoint),
    is_enabled: endpoint.disabledAt === null,
    created_at: toMoment(endpoint.createdAt),
    updated_at: toMoment(endpoint.updatedAt),
  }
}

/** The first type that has a dashed name here, else the first with dashes for its dots. */
function eventOf(types: readonly string[]): string {
  for (const type of types) {
    const known = webhookEvents.find((name) => dashedEventNames[name] === type)
    if (known) return known
  }
  return (types[0] ?? '').replaceAll('.', '-')
}

/** As it came, unless that is no longer where it leads. */
function givenUrl({ url, urlAsGiven }: Endpoint): string | null {
  return urlAsGiven !== null && withScheme(urlAsGiven) === url ? urlAsGiven : url
}

/** `2025-01-15 10:30:00` */
function toMoment(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ')
}
