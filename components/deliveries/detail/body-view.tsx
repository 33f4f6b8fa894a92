'use client'

import { DownloadIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import { prettyJson } from '@/components/deliveries/pretty-json'
import { CodeBlock } from '@/components/ui/code-block'
import { IconButton } from '@/components/ui/icon-button'
import { formatBytes } from '@/components/ui/number-format'
import { ToggleGroup } from '@/components/ui/toggle-group'

type Props = { label: string; text: string; isTruncated: boolean; fileName: string }

const forms = [
  { value: 'pretty', label: 'Pretty' },
  { value: 'raw', label: 'Raw' },
] as const

/** A body as text: JSON with line breaks, or raw, exactly as it was. */
export function BodyView({ label, text, isTruncated, fileName }: Props) {
  const pretty = useMemo(() => prettyJson(text), [text])
  const [form, setForm] = useState<'pretty' | 'raw'>('pretty')
  const size = useMemo(() => new TextEncoder().encode(text).length, [text])
  if (text === '') return <p className="text-faded text-sm">{label}: empty.</p>
  const isPretty = pretty !== null && form === 'pretty'
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-faded text-sm">
          {isTruncated ? `Showing the first ${formatBytes(size)}` : formatBytes(size)}
        </p>
        <div className="ml-auto flex items-center gap-2">
          {pretty === null ? null : (
            <ToggleGroup
              label={`Form of the ${label.toLowerCase()}`}
              options={forms}
              value={form}
              onChange={setForm}
            />
          )}
          <IconButton
            label={`Download ${label.toLowerCase()}`}
            size="sm"
            onClick={() => download(text, fileName)}
          >
            <DownloadIcon aria-hidden />
          </IconButton>
        </div>
      </div>
      <CodeBlock label={label} code={isPretty ? pretty : text} copyValue={text} defaultWrap={!isPretty} />
    </div>
  )
}

/** Always as plain text, which no browser runs. */
function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.txt`
  link.click()
  URL.revokeObjectURL(url)
}
