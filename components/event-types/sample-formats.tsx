'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'
import { Select } from '@/components/ui/select'

type Sample = { version: string; label: string; contentType: string; code: string }

/** The same sample in one of the payload formats. */
export function SampleFormats({ samples }: { samples: readonly Sample[] }) {
  const [chosen, setChosen] = useState<string>()
  const sample = samples.find(({ version }) => version === chosen) ?? samples[0]
  if (!sample) return null
  return (
    <Card
      title="Sample payload"
      description="The body of the POST request, here with line breaks. It is sent, and signed, without them."
      actions={
        <Select
          aria-label="Payload format"
          className="w-auto"
          value={sample.version}
          onChange={(event) => setChosen(event.target.value)}
        >
          {samples.map(({ version, label }) => (
            <option key={version} value={version}>
              {label}
            </option>
          ))}
        </Select>
      }
    >
      <CodeBlock
        label={`Sample payload in the format ${sample.label}`}
        heading={
          <>
            <span className="font-mono">{sample.contentType}</span>, format {sample.version}
          </>
        }
        code={sample.code}
      />
    </Card>
  )
}
