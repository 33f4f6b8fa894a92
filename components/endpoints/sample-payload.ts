import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'

const SAMPLE = {
  publicId: 'evt_01kf1w8z3ve5mvh3k8x9a7c2dn',
  occurredAt: new Date('2026-01-15T18:33:12Z'),
  isTest: false,
}

/** The payload of a sample event, as it would be sent in an API version, with the indentation that people need. */
export function samplePayload(type: EventType, apiVersion: string): string {
  const format = getPayloadFormat(apiVersion)
  const payload = format?.format({
    ...SAMPLE,
    type: type.name,
    data: JSON.stringify({ object: type.sample }),
  })
  return payload === undefined ? '' : JSON.stringify(JSON.parse(payload), null, 2)
}
