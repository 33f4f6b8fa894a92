import { addressPolicy } from '@/lib/delivery/address-policy'
import { createGuardedAgent, type GuardedAgent } from '@/lib/delivery/agent'
import { env } from '@/lib/env'
import { type CustomHeaders, HIDDEN_VALUE, hideHeaderValues } from '@/lib/webhooks/custom-headers'
import type { Outcome } from '@/lib/webhooks/outcome'
import { fillPlaceholders, hasPlaceholders } from '@/lib/webhooks/placeholders'
import { signatureHeaders } from '@/lib/webhooks/signature'
import packageJson from '@/package.json' with { type: 'json' }
import { sendHttp } from './http'
import type { EndpointKind } from './kind'

let sharedAgent: GuardedAgent | undefined

function agent(): GuardedAgent {
  sharedAgent ??= createGuardedAgent({ policy: addressPolicy() })
  return sharedAgent
}

/** A signed HTTP POST: the headers of Standard Webhooks 1.0, our own and the endpoint's. */
export const apiKind: EndpointKind = {
  async send({
    payload,
    contentType,
    eventId,
    eventType,
    object,
    deliveryId,
    attempt,
    startedAt,
    endpoint,
    secrets,
    customHeaders,
  }) {
    if (endpoint.url === null) throw new Error('The endpoint has no URL.')
    // An event's data is parsed for those alone that need it.
    const filled = hasPlaceholders(endpoint.url)
      ? fillPlaceholders(endpoint.url, eventType, object())
      : { ok: true as const, url: endpoint.url }
    if (!filled.ok) return { outcome: unfillable(filled.detail), url: null, headers: null }
    const ours: Record<string, string> = {
      'content-type': contentType,
      'user-agent': `Shopbell/${packageJson.version}`,
      ...signatureHeaders({
        id: eventId,
        timestamp: Math.floor(startedAt.getTime() / 1000),
        body: payload,
        secrets,
        bodySignatureHeaders: env().SIGNATURE_HEADERS,
      }),
      'shopbell-event': eventType,
      'shopbell-delivery': deliveryId,
      'shopbell-attempt': String(attempt),
    }
    // The deployment may sign by other names than when these were accepted.
    const theirs = Object.entries(customHeaders).filter(([name]) => !Object.hasOwn(ours, name.toLowerCase()))
    const outcome = await sendHttp({
      url: filled.url,
      headers: { ...ours, ...Object.fromEntries(theirs) },
      body: payload,
      timeoutMs: endpoint.timeoutMs,
      agent: agent(),
    })
    return {
      outcome: theirs.length === 0 ? outcome : withoutEchoes(outcome, customHeaders),
      url: filled.url,
      headers: { ...ours, ...Object.fromEntries(theirs.map(([name]) => [name, HIDDEN_VALUE])) },
    }
  },
}

function unfillable(errorDetail: string): Outcome {
  return {
    ok: false,
    httpStatus: null,
    error: 'placeholder_error',
    errorDetail,
    durationMs: 0,
    retryAfterMs: null,
    response: null,
    // An event's data never changes.
    isPermanent: true,
  }
}

/** Receivers that show what they got would else put the values into the log. */
function withoutEchoes(outcome: Outcome, customHeaders: CustomHeaders): Outcome {
  const hide = hideHeaderValues(customHeaders)
  const { errorDetail, response } = outcome
  return {
    ...outcome,
    errorDetail: errorDetail && hide(errorDetail),
    response: response && {
      ...response,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, hide(value)]),
      ),
      body: hide(response.body),
    },
  }
}
