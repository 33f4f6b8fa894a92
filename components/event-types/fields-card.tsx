import { DownloadIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import type { CatalogueType } from '@/lib/webhooks/event-types/event-catalogue'
import { schemaFields } from '@/lib/webhooks/event-types/schema-fields'
import { FieldTable } from './field-table'

/** The schema of `data.object`: as a table to read, and as JSON Schema for a program. */
export function FieldsCard({ type }: { type: CatalogueType }) {
  const schema = type.jsonSchema()
  const fields = schemaFields(schema)
  return (
    <Card
      title="Fields of data.object"
      description={
        schema.additionalProperties === false
          ? 'There are no other fields.'
          : 'Stores can add fields of their own.'
      }
      flush
      actions={
        <>
          <CopyButton value={JSON.stringify(schema, null, 2)} label="Copy JSON Schema" />
          <Button size="sm" render={<a href={`/api/screens/event-types/${type.name}/schema`} download />}>
            <DownloadIcon aria-hidden /> Download JSON Schema
          </Button>
        </>
      }
    >
      {fields.length === 0 ? (
        <p className="px-5 py-4 text-faded max-sm:px-4">The schema names no field, so every object passes.</p>
      ) : (
        <FieldTable caption={`Fields of data.object of ${type.name}`} fields={fields} />
      )}
    </Card>
  )
}
