'use client'

import { Field } from './field'
import { Input } from './input'

type Range = { from: string; to: string }

type Props = {
  /** Days as `YYYY-MM-DD`, '' for open. */
  value: Range
  onChange: (value: Range) => void
  min?: string
  max?: string
  error?: string
}

export function DateRange({ value, onChange, min, max, error }: Props) {
  return (
    <div className="grid gap-3 min-[24rem]:grid-cols-2">
      <Field label="From" error={error}>
        <Input
          type="date"
          value={value.from}
          min={min}
          max={value.to || max}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
        />
      </Field>
      <Field label="To">
        <Input
          type="date"
          value={value.to}
          min={value.from || min}
          max={max}
          onChange={(event) => onChange({ ...value, to: event.target.value })}
        />
      </Field>
    </div>
  )
}
