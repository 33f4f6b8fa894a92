import { DownloadIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { eventTypeJsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { schemaFields } from '@/lib/webhooks/event-types/schema-fields'
import { FieldTable } from './field-table'

/** The schema of `data.object`: as a table to read, and as JSON Schema for a program. */
export function FieldsCard({ type }: { type: EventType }) {
  return (
    <Card
      title="Fields of data.object"
      description="Stores can add fields of their own."
      flush
      actions={
        <>
          <CopyButton value={JSON.stringify(eventTypeJsonSchema(type), null, 2)} label="Copy JSON Schema" />
          <Button size="sm" render={<a href={`/api/screens/event-types/${type.name}/schema`} download />}>
            <DownloadIcon aria-hidden /> Download JSON Schema
          </Button>
        </>
      }
    >
      <FieldTable caption={`Fields of data.object of ${type.name}`} fields={schemaFields(type)} />
    </Card>
  )
}
