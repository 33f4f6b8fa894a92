'use client'

import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { JsonTextarea } from '@/components/ui/json-textarea'

type Props = {
  id: string
  label: string
  hint: ReactNode
  error: string | undefined
  rows: number
  value: string
  onChange: (text: string) => void
  required?: boolean
}

/** JSON to write, in lines as it was typed. */
export function JsonField({ id, label, hint, error, rows, value, onChange, required = false }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required}>
      <JsonTextarea rows={rows} value={value} onChange={onChange} />
    </Field>
  )
}
