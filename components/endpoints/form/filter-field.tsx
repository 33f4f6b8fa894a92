'use client'

import { PlusIcon } from 'lucide-react'
import { useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Fieldset } from '@/components/ui/fieldset'
import { MAX_CONDITIONS } from '@/lib/webhooks/event-filter'
import { addCondition } from './filter-draft'
import { FilterEditor } from './filter-editor'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'

/** Which of the chosen types' events are sent, by what is in their data. */
export function FilterField() {
  const { control } = useFormContext<EndpointFormValues>()
  const { field, fieldState } = useController({ control, name: 'filter' })
  const added = useRef<number | null>(null)
  const { conditions } = field.value
  const isFull = conditions.length >= MAX_CONDITIONS

  function add() {
    added.current = conditions.length
    field.onChange(addCondition(field.value))
  }

  const addButton = (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="sm" disabled={isFull} onClick={add}>
        <PlusIcon aria-hidden /> Add condition
      </Button>
      {isFull ? <p className="text-faded text-sm">A filter can have {MAX_CONDITIONS} conditions.</p> : null}
    </div>
  )
  return (
    <Fieldset
      id={fieldId('filter')}
      legend="Filter"
      hint="Only events that match are sent; others make no delivery."
      error={fieldState.error?.message}
    >
      {conditions.length === 0 ? (
        addButton
      ) : (
        <FilterEditor draft={field.value} onChange={field.onChange} focusOn={added} addButton={addButton} />
      )}
    </Fieldset>
  )
}
