import { addressPolicy } from '@/lib/delivery/address-policy'
import { createGuardedAgent, type GuardedAgent } from '@/lib/delivery/agent'
import { env } from '@/lib/env'
import { signatureHeaders } from '@/lib/webhooks/signature'
import packageJson from '@/package.json' with { type: 'json' }
import { sendHttp } from './http'
import type { EndpointKind } from './kind'

let sharedAgent: GuardedAgent | undefined

function agent(): GuardedAgent {
  sharedAgent ??= createGuardedAgent({ policy: addressPolicy() })
  return sharedAgent
}

/** A signed HTTP POST: the headers of Standard Webhooks 1.0 and our own. */
export const apiKind: EndpointKind = {
  async send({
    payload,
    contentType,
    eventId,
    eventType,
    deliveryId,
    attempt,
    startedAt,
    endpoint,
    secrets,
  }) {
    if (endpoint.url === null) throw new Error('The endpoint has no URL.')
    const headers = {
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
    const outcome = await sendHttp({
      url: endpoint.url,
      headers,
      body: payload,
      timeoutMs: endpoint.timeoutMs,
      agent: agent(),
    })
    return { outcome, url: endpoint.url, headers }
  },
}
