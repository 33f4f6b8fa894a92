'use client'

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { EventTypePicker } from './event-type-picker'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'

/** Which events an endpoint gets: chosen ones, or all. */
export function EventTypeField() {
  const { control, formState } = useFormContext<EndpointFormValues>()
  const all = useController({ control, name: 'all_event_types' })
  const chosen = useController({ control, name: 'event_types' })
  const apiVersion = useWatch({ control, name: 'api_version' })
  const isAll = all.field.value
  const before = formState.defaultValues?.event_types ?? []
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        id={fieldId('event_types')}
        legend="Which events to send"
        required
        hint="Tick only the events that your integration needs: fewer are simpler to handle."
        error={isAll ? undefined : chosen.fieldState.error?.message}
        value={isAll ? 'all' : 'chosen'}
        onChange={(value) => all.field.onChange(value === 'all')}
        options={[
          { value: 'chosen', label: 'The event types that are ticked below' },
          {
            value: 'all',
            label: 'All event types, including future ones',
            hint: 'Every event of the store, also of types that are added later.',
          },
        ]}
      />
      {isAll ? null : (
        <EventTypePicker
          value={chosen.field.value}
          // What is as it was is no change, in whichever order it was ticked.
          onChange={(names) => chosen.field.onChange(isSame(names, before) ? before : names)}
          apiVersion={apiVersion}
        />
      )}
    </div>
  )
}

function isSame(names: readonly string[], others: readonly (string | undefined)[]): boolean {
  return names.length === others.length && names.every((name) => others.includes(name))
}
