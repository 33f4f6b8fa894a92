import { monotonicMs, now } from '@/lib/clock'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import type { AttemptResult } from '@/lib/db/record-attempts'
import { toPublicId } from '@/lib/ids'
import { nextState } from '@/lib/webhooks/delivery-state'
import type { Outcome } from '@/lib/webhooks/outcome'
import { getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import type { RetryPolicies } from '@/lib/webhooks/retry-policy'
import type { CachedEndpoint } from './endpoint-cache'
import type { EndpointKind } from './kinds/kind'
import { getEndpointKind } from './kinds/registry'

/** What an attempt needs besides its claim. */
export type AttemptSettings = { retryPolicies: RetryPolicies; random: () => number }

/**
 * Makes one attempt of a claimed delivery and says where the delivery goes from here. What the receiver does is in the
 * outcome; this rejects for nothing that a receiver or an endpoint's configuration can cause.
 */
export async function attemptDelivery(
  claim: ClaimedDelivery,
  endpoint: CachedEndpoint,
  settings: AttemptSettings,
): Promise<AttemptResult> {
  const startedAt = now()
  const { config } = endpoint
  const kind = getEndpointKind(config.kind)
  const format = getPayloadFormat(claim.apiVersion)
  const { outcome, url, headers } =
    kind && format
      ? await send(kind, format.contentType, claim, endpoint, startedAt)
      : unusable(`This server cannot send kind “${config.kind}” in version “${claim.apiVersion}”.`)
  const delaysMs = isPolicyName(config.retryPolicy, settings.retryPolicies)
    ? settings.retryPolicies[config.retryPolicy]
    : settings.retryPolicies.standard
  return {
    deliveryId: claim.id,
    storeId: claim.storeId,
    endpointId: claim.endpointId,
    endpointRevision: config.revision,
    eventId: claim.eventId,
    eventType: claim.eventType,
    apiVersion: claim.apiVersion,
    timeZone: config.timeZone,
    claims: claim.claims,
    number: claim.number,
    trigger: claim.trigger,
    actor: claim.actor,
    resendId: claim.resendId,
    revives: claim.revives,
    isTest: claim.isTest,
    startedAt,
    url,
    requestHeaders: headers,
    outcome,
    next: nextState(claim, outcome, delaysMs, settings.random()),
  }
}

/** The exact bytes of a delivery, the same on every attempt; null where its version is unknown here. */
export function payloadOf(
  claim: Pick<
    ClaimedDelivery,
    'apiVersion' | 'storeId' | 'eventId' | 'eventType' | 'occurredAt' | 'data' | 'isTest'
  >,
): Buffer | null {
  const format = getPayloadFormat(claim.apiVersion)
  if (!format) return null
  const { storeId, eventType: type, occurredAt, data, isTest } = claim
  return Buffer.from(
    format.format({ publicId: toPublicId('evt', claim.eventId), storeId, type, occurredAt, data, isTest }),
  )
}

type Sent = { outcome: Outcome; url: string | null; headers: Record<string, string> | null }

async function send(
  kind: EndpointKind,
  contentType: string,
  claim: ClaimedDelivery,
  { config, secrets, headers }: CachedEndpoint,
  startedAt: Date,
): Promise<Sent> {
  const beganAt = monotonicMs()
  try {
    return await kind.send({
      payload: payloadOf(claim) ?? Buffer.alloc(0),
      contentType,
      eventId: toPublicId('evt', claim.eventId),
      eventType: claim.eventType,
      occurredAt: claim.occurredAt,
      isTest: claim.isTest,
      object: () => objectOf(claim.data),
      deliveryId: toPublicId('dlv', claim.id),
      attempt: claim.number,
      startedAt,
      endpoint: config,
      secrets: secrets(startedAt),
      customHeaders: headers(),
    })
  } catch (error) {
    // A header that cannot be written, a secret that cannot be read: a fault of ours, and no reason to lose the attempt.
    return unusable(error instanceof Error ? error.message : String(error), monotonicMs() - beganAt)
  }
}

function objectOf(data: string): unknown {
  const parsed: unknown = JSON.parse(data)
  return typeof parsed === 'object' && parsed !== null && 'object' in parsed ? parsed.object : undefined
}

function unusable(errorDetail: string, durationMs = 0): Sent {
  const outcome: Outcome = {
    ok: false,
    httpStatus: null,
    error: 'invalid_response',
    errorDetail,
    durationMs,
    retryAfterMs: null,
    response: null,
  }
  return { outcome, url: null, headers: null }
}

function isPolicyName(name: string, policies: RetryPolicies): name is keyof RetryPolicies {
  return Object.hasOwn(policies, name)
}
