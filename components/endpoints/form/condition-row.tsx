'use client'

import { Trash2Icon, TriangleAlertIcon } from 'lucide-react'
import { operatorWords } from '@/components/endpoints/filter-words'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { filterOperators } from '@/lib/webhooks/event-filter'
import { ConditionValue } from './condition-value'
import { type ConditionDraft, typeOf } from './filter-draft'
import { fieldId } from './form-fields'
import type { SamplePath } from './sample-paths'

type Props = {
  condition: ConditionDraft
  index: number
  /** Of the list of paths to choose from. */
  pathsId: string
  paths: readonly SamplePath[]
  pathError: string | undefined
  valueError: string | undefined
  note: string | null
  onChange: (changed: Partial<ConditionDraft>) => void
  onRemove: () => void
}

/** A condition: where to look, how to compare, with what. */
export function ConditionRow({ condition, index, paths, note, onChange, onRemove, ...rest }: Props) {
  const { operator, path } = condition

  /** A path that the samples have brings the type of its value along, while no value is typed. */
  function changePath(next: string) {
    const found = paths.find((known) => known.path === next.trim())?.value
    const isSingle = typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    onChange({ path: next, ...(isSingle && condition.value === '' ? { type: typeOf(found) } : {}) })
  }

  function changeOperator(next: string) {
    const known = filterOperators.find((name) => name === next)
    if (known === undefined) return
    const wasList = operator === 'in' || operator === 'not_in'
    const isList = known === 'in' || known === 'not_in'
    // A list is of texts or numbers; one that is mixed has no single value.
    const type = isList === wasList ? condition.type : condition.type === 'number' ? 'number' : 'text'
    onChange({ operator: known, type })
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-3 sm:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,6fr)_auto]">
        <Field id={fieldId(`filter.conditions.${index}.path`)} label="Path" error={rest.pathError}>
          <Input
            mono
            list={rest.pathsId}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="customer.id"
            value={path}
            onChange={(event) => changePath(event.target.value)}
          />
        </Field>
        <Field
          id={fieldId(`filter.conditions.${index}.operator`)}
          label="Comparison"
          className="max-sm:order-1 max-sm:col-span-2"
        >
          <Select value={operator} onChange={(event) => changeOperator(event.target.value)}>
            {filterOperators.map((name) => (
              <option key={name} value={name}>
                {operatorWords[name]}
              </option>
            ))}
          </Select>
        </Field>
        <ConditionValue
          id={fieldId(`filter.conditions.${index}.value`)}
          condition={condition}
          error={rest.valueError}
          onChange={onChange}
          className="max-sm:order-2 max-sm:col-span-2"
        />
        <IconButton label={`Remove condition ${index + 1}`} className="mt-6.5" onClick={onRemove}>
          <Trash2Icon aria-hidden />
        </IconButton>
      </div>
      {note === null ? null : (
        <p className="flex items-start gap-1.5 text-sm text-warning">
          <TriangleAlertIcon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{note}</span>
        </p>
      )}
    </div>
  )
}
