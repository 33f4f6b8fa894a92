'use client'

import { Trash2Icon } from 'lucide-react'
import type { ClipboardEvent } from 'react'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { fieldId } from './form-fields'
import { type HeaderRow, readHeaderLines } from './header-rows'

type Props = {
  row: HeaderRow
  index: number
  nameError: string | undefined
  valueError: string | undefined
  onChange: (changed: Partial<HeaderRow>) => void
  onPaste: (pairs: readonly { name: string; value: string }[]) => void
  onNameLeft: () => void
  onRemove: () => void
}

const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const

/** A header that is not saved yet. “Name: value”, pasted into the name, fills both. */
export function NewHeader({ row, index, nameError, valueError, ...on }: Props) {
  const { onChange, onPaste, onNameLeft, onRemove } = on

  function paste(event: ClipboardEvent) {
    const pairs = readHeaderLines(event.clipboardData.getData('text/plain'))
    if (pairs === null) return
    event.preventDefault()
    onPaste(pairs)
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <Field id={fieldId(`headers.${index}.name`)} label="Name" error={nameError}>
        <Input
          {...plain}
          mono
          value={row.name}
          onChange={(event) => onChange({ name: event.target.value })}
          onPaste={paste}
          onBlur={onNameLeft}
        />
      </Field>
      <Field
        id={fieldId(`headers.${index}.value`)}
        label="Value"
        error={valueError}
        className="max-sm:order-last max-sm:col-span-2"
      >
        <Input
          {...plain}
          mono
          value={row.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      </Field>
      <IconButton
        label={row.name.trim() === '' ? `Remove header ${index + 1}` : `Remove ${row.name.trim()}`}
        className="mt-6.5"
        onClick={onRemove}
      >
        <Trash2Icon aria-hidden />
      </IconButton>
    </div>
  )
}
