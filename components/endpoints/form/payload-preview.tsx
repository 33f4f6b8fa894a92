'use client'

import { useState } from 'react'
import { CodeBlock } from '@/components/ui/code-block'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { readableSample } from '@/lib/webhooks/event-types/sample-payload'
import { getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import { useEventTypes } from './event-types'

type Props = {
  version: string
  /** The event types to choose a sample from; where there are none, all of them. */
  listened: readonly string[]
}

/** A sample as a receiver gets it, with line breaks. */
export function PayloadPreview({ version, listened }: Props) {
  const [wanted, setWanted] = useState<string>()
  const { types, storeId } = useEventTypes()
  const own = types.filter(({ name }) => listened.includes(name))
  const choices = own.length > 0 ? own : types
  const type = choices.find(({ name }) => name === wanted) ?? choices[0]
  if (!type) return null
  return (
    <div className="flex flex-col gap-3">
      <Field label="Sample of">
        <Select value={type.name} onChange={(event) => setWanted(event.target.value)}>
          {choices.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <CodeBlock
        label="Preview of what is sent"
        heading={<span className="font-mono">{getPayloadFormat(version)?.contentType}</span>}
        code={readableSample(type, version, storeId)}
      />
    </div>
  )
}
