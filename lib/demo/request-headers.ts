import { env } from '@/lib/env'
import { toPublicId } from '@/lib/ids'
import { getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import { signatureHeaders } from '@/lib/webhooks/signature'
import packageJson from '@/package.json' with { type: 'json' }
import type { PlannedEvent } from './planned-events'

/** The headers with which an attempt at `at` (Unix ms) would have gone out, signed over the payload's bytes. */
export function requestHeaders(attempt: {
  storeId: string
  event: PlannedEvent
  isTest: boolean
  deliveryId: string
  apiVersion: string
  number: number
  at: number
  secrets: readonly string[]
}): Record<string, string> {
  const { event, isTest, deliveryId, number, at, secrets } = attempt
  const format = getPayloadFormat(attempt.apiVersion)
  if (!format) throw new Error(`There is no API version “${attempt.apiVersion}”.`)
  const publicId = toPublicId('evt', event.id)
  const payload = format.format({
    publicId,
    storeId: attempt.storeId,
    type: event.type,
    occurredAt: new Date(event.at),
    data: event.data,
    isTest,
  })
  return {
    'content-type': format.contentType,
    'user-agent': `Shopbell/${packageJson.version}`,
    ...signatureHeaders({
      id: publicId,
      timestamp: Math.floor(at / 1000),
      body: Buffer.from(payload),
      secrets,
      bodySignatureHeaders: env().SIGNATURE_HEADERS,
    }),
    'shopbell-event': event.type,
    'shopbell-delivery': toPublicId('dlv', deliveryId),
    'shopbell-attempt': String(number),
  }
}
