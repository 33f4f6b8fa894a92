import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { readableSample } from '@/lib/webhooks/event-types/sample-payload'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'

/** A whole payload as an endpoint gets it, set out to be read. */
export function SamplePayload({ type }: { type: EventType }) {
  return (
    <Card
      title="Sample payload"
      description="The body of the POST request, here with line breaks. It is sent, and signed, without them."
    >
      <CodeBlock
        label="Sample payload"
        heading={
          <>
            <span className="font-mono">application/json</span>, API version {defaultApiVersion}
          </>
        }
        code={readableSample(type)}
      />
    </Card>
  )
}
