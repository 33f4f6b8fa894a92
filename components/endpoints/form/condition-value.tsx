'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { ConditionDraft, ValueType } from './filter-draft'

type Props = {
  id: string
  condition: ConditionDraft
  error: string | undefined
  onChange: (changed: Partial<ConditionDraft>) => void
  className: string
}

const singleTypes: [ValueType, string][] = [
  ['text', 'Text'],
  ['number', 'Number'],
  ['boolean', 'True or false'],
  ['null', 'Null'],
]
const listTypes: [ValueType, string][] = [
  ['text', 'Texts'],
  ['number', 'Numbers'],
  ['mixed', 'Mixed'],
]

const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const

/** What a condition compares with, in a control that fits the comparison. */
export function ConditionValue({ id, condition, error, onChange, className }: Props) {
  const { operator, type, value, isTrue } = condition
  if (operator === 'exists') {
    return (
      <div className={cn('sm:pt-7', className)}>
        <Checkbox
          id={id}
          label="Must be there"
          hint="Unticked: must be missing."
          checked={isTrue}
          onChange={(event) => onChange({ isTrue: event.target.checked })}
        />
      </div>
    )
  }
  const text = (inputMode: 'text' | 'decimal') => (
    <Input
      {...plain}
      mono
      inputMode={inputMode}
      value={value}
      onChange={(event) => onChange({ value: event.target.value })}
    />
  )
  const isList = operator === 'in' || operator === 'not_in'
  if (!isList && operator !== 'equals' && operator !== 'not_equals' && operator !== 'contains') {
    return (
      <Field id={id} label="Value" error={error} className={className}>
        {text(operator === 'starts_with' ? 'text' : 'decimal')}
      </Field>
    )
  }
  return (
    <div className={cn('grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] items-start gap-x-2', className)}>
      <Field label="Kind">
        <Select value={type} onChange={(event) => onChange({ type: readType(event.target.value) })}>
          {(isList ? listTypes : singleTypes).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {isList ? (
        <Field
          id={id}
          label="Values"
          error={error}
          hint={
            type === 'mixed' ? 'One on each line, as JSON: 7, "paid", true or null.' : 'One on each line.'
          }
        >
          <Textarea
            {...plain}
            mono
            rows={Math.min(Math.max(value.split('\n').length, 2), 8)}
            value={value}
            onChange={(event) => onChange({ value: event.target.value })}
          />
        </Field>
      ) : type === 'boolean' ? (
        <Field id={id} label="Value" error={error}>
          <Select
            value={String(isTrue)}
            onChange={(event) => onChange({ isTrue: event.target.value === 'true' })}
          >
            <option value="true">true</option>
            <option value="false">false</option>
          </Select>
        </Field>
      ) : type === 'null' ? (
        <p id={id} className="mt-7.5 text-faded text-sm">
          There, and null.
        </p>
      ) : (
        <Field id={id} label="Value" error={error}>
          {text(type === 'number' ? 'decimal' : 'text')}
        </Field>
      )}
    </div>
  )
}

function readType(name: string): ValueType {
  return [...singleTypes, ...listTypes].find(([known]) => known === name)?.[0] ?? 'text'
}
