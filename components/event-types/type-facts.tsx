import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { linkClass } from '@/components/ui/link-class'
import type { CatalogueType } from '@/lib/webhooks/event-types/event-catalogue'
import { schemaFields } from '@/lib/webhooks/event-types/schema-fields'
import { payloadFormats } from '@/lib/webhooks/payload-formats/registry'
import { validationLabels } from './validation-words'

/** What there is to know of an event type besides its payload. */
export function TypeFacts({ type }: { type: CatalogueType }) {
  const personal = schemaFields(type.jsonSchema()).filter(({ isPersonal }) => isPersonal).length
  return (
    <Card title="About this event type">
      <KeyValueList className="text-sm [&>div]:grid-cols-[6.5rem_1fr]! [&>div]:items-baseline">
        <KeyValue label="Category">
          <Link href={`/event-types#${type.category.id}`} className={linkClass}>
            {type.category.label}
          </Link>
        </KeyValue>
        <KeyValue label="From">{type.isBuiltIn ? 'Shopbell' : 'This installation'}</KeyValue>
        <KeyValue label="Check">{validationLabels[type.validation]}</KeyValue>
        <KeyValue label="Formats">{payloadFormats.map(({ label }) => label).join(', ')}</KeyValue>
        <KeyValue label="Personal data">
          {personal === 0 ? 'None' : personal === 1 ? '1 field' : `${personal} fields`}
        </KeyValue>
      </KeyValueList>
    </Card>
  )
}
