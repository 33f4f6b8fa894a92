import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { readableSample } from '@/lib/webhooks/event-types/sample-payload'
import { payloadFormats } from '@/lib/webhooks/payload-formats/registry'
import { SampleFormats } from './sample-formats'

/** A whole payload as an endpoint of this store gets it, set out to be read, in each payload format. */
export function SamplePayload({ type, storeId }: { type: EventType; storeId: string }) {
  return (
    <SampleFormats
      samples={payloadFormats.map(({ version, label, contentType }) => ({
        ...{ version, label, contentType },
        code: readableSample(type, version, storeId),
      }))}
    />
  )
}
