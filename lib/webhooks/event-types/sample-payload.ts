import { defaultApiVersion, getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import type { EventType } from './define-event-type'

// Fixed, so that the page of a type reads the same each time; the id is the example of the TypeID specification.
const SAMPLE_ID = 'evt_01h455vb4pex5vsknk084sn02q'
const SAMPLE_STORE_ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const SAMPLE_TIME = '2026-01-16T14:20:00Z'

/**
 * The payload of a type's sample, byte for byte as an endpoint of this API version gets it; the event happened when its
 * object last changed. `storeId` is the UUID of the store it would come from. Throws for a version that is not in the
 * registry.
 */
export function samplePayload(
  type: Pick<EventType, 'name' | 'sample'>,
  apiVersion: string = defaultApiVersion,
  storeId: string = SAMPLE_STORE_ID,
): string {
  const format = getPayloadFormat(apiVersion)
  if (!format) throw new Error(`There is no API version ${apiVersion}.`)
  const { updated_at: updatedAt, created_at: createdAt } = type.sample
  const happenedAt = [updatedAt, createdAt].find((instant) => typeof instant === 'string') ?? SAMPLE_TIME
  return format.format({
    publicId: SAMPLE_ID,
    storeId,
    type: type.name,
    occurredAt: new Date(happenedAt),
    data: JSON.stringify({ object: type.sample }),
    isTest: false,
  })
}

/** The same, set out to be read. */
export function readableSample(
  type: Pick<EventType, 'name' | 'sample'>,
  apiVersion?: string,
  storeId?: string,
): string {
  return JSON.stringify(JSON.parse(samplePayload(type, apiVersion, storeId)), null, 2)
}
