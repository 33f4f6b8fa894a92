import { newId, toPublicId } from '@/lib/ids'
import { getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import { signatureHeaders } from '@/lib/webhooks/signature'
import packageJson from '@/package.json' with { type: 'json' }
import { CommandError } from '@/scripts/commands/command-error'
import { ANSWER_WITHIN_MS, unreachable } from './api-client'
import type { Event } from './shapes'

// The version in which the API shows events does not say which store they are of.
const NOT_NAMED = '00000000-0000-0000-0000-000000000000'

/** What came of a forward: the receiver's status, or why there is none. */
export type Forwarded = { url: string; http_status: number | null; error: string | null; duration_ms: number }

/** The request that an endpoint with this secret would get of an event: the same bytes, the same headers. */
function requestOf(
  event: Event,
  secret: string,
  at: Date,
): { body: Buffer; headers: Record<string, string> } {
  const format = getPayloadFormat(event.api_version)
  if (!format) {
    throw new CommandError(`This Shopbell does not know the API version ${event.api_version}. Update it.`)
  }
  const payload = format.format({
    publicId: event.id,
    type: event.type,
    occurredAt: new Date(event.created * 1000),
    data: JSON.stringify(event.data),
    isTest: false,
    storeId: NOT_NAMED,
  })
  const body = Buffer.from(payload)
  const signed = signatureHeaders({
    id: event.id,
    timestamp: Math.floor(at.getTime() / 1000),
    body,
    secrets: [secret],
    bodySignatureHeaders: ['shopbell-signature'],
  })
  const headers = {
    'content-type': format.contentType,
    'user-agent': `Shopbell/${packageJson.version}`,
    ...signed,
    'shopbell-event': event.type,
    // Of a delivery that is in no log.
    'shopbell-delivery': toPublicId('dlv', newId()),
    'shopbell-attempt': '1',
  }
  return { body, headers }
}

/**
 * Sends an event to a receiver on this machine, once. Throws a CommandError where it cannot be written as an endpoint
 * would get it, and what `signal` aborts.
 */
export async function forward(
  event: Event,
  url: string,
  secret: string,
  signal: AbortSignal,
): Promise<Forwarded> {
  const startedMs = performance.now()
  const { body, headers } = requestOf(event, secret, new Date())
  const done = (httpStatus: number | null, error: string | null): Forwarded => {
    const durationMs = Math.round(performance.now() - startedMs)
    return { url, http_status: httpStatus, error, duration_ms: durationMs }
  }
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: limit,
    })
    await response.arrayBuffer()
    return done(response.status, response.ok ? null : 'http_error')
  } catch (error) {
    if (signal.aborted) throw error
    return done(null, unreachable(error))
  }
}
