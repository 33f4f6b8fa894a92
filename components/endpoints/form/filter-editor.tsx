'use client'

import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { ConditionRow } from './condition-row'
import { useEventTypes } from './event-types'
import type { ConditionDraft, FilterDraft } from './filter-draft'
import { pathNote } from './filter-notes'
import { FilterTest } from './filter-test'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { chosenTypes, samplePaths } from './sample-paths'

type Props = {
  draft: FilterDraft
  onChange: (draft: FilterDraft) => void
  /** The condition that was added last, whose path takes the focus once. */
  focusOn: RefObject<number | null>
  addButton: ReactNode
}

const PATHS = 'endpoint-filter-paths'

/** The conditions of a filter, with what the samples of the chosen types have to compare, and a trial. */
export function FilterEditor({ draft, onChange, focusOn, addButton }: Props) {
  const { control, formState } = useFormContext<EndpointFormValues>()
  const [all, names] = useWatch({ control, name: ['all_event_types', 'event_types'] })
  const { types: known } = useEventTypes()
  const types = useMemo(
    () => chosenTypes({ all_event_types: all, event_types: names }, known),
    [all, names, known],
  )
  const paths = useMemo(() => samplePaths(types), [types])
  const [isTesting, setTesting] = useState(false)
  const { match, conditions } = draft
  const errors = formState.errors.filter?.conditions
  useEffect(() => {
    if (focusOn.current === null || focusOn.current >= conditions.length) return
    document.getElementById(fieldId(`filter.conditions.${focusOn.current}.path`))?.focus()
    focusOn.current = null
  }, [conditions.length, focusOn])

  const change = (index: number, changed: Partial<ConditionDraft>) =>
    onChange({
      match,
      conditions: conditions.map((condition, at) =>
        at === index ? { ...condition, ...changed } : condition,
      ),
    })

  function remove(index: number) {
    const left = conditions.filter((_, at) => at !== index)
    onChange({ match: left.length === 0 ? 'all' : match, conditions: left })
    // The button that was pressed has gone.
    document.getElementById(fieldId('filter'))?.focus()
  }

  return (
    <div className="flex flex-col gap-3">
      {conditions.length > 1 ? (
        <RadioGroup
          legend="An event matches if it meets"
          value={match}
          onChange={(next) => onChange({ match: next, conditions })}
          options={[
            { value: 'all', label: 'all of these conditions' },
            { value: 'any', label: 'any of these conditions' },
          ]}
        />
      ) : null}
      <datalist id={PATHS}>
        {paths.map(({ path }) => (
          <option key={path} value={path} />
        ))}
      </datalist>
      <ol className="flex flex-col divide-y divide-rule rounded-md border border-rule">
        {conditions.map((condition, index) => (
          <li key={condition.key} className="px-3.5 py-3">
            <ConditionRow
              condition={condition}
              index={index}
              pathsId={PATHS}
              pathError={errors?.[index]?.path?.message}
              valueError={errors?.[index]?.value?.message ?? errors?.[index]?.operator?.message}
              note={pathNote(condition, types)}
              paths={paths}
              onChange={(changed) => change(index, changed)}
              onRemove={() => remove(index)}
            />
          </li>
        ))}
      </ol>
      {addButton}
      <Disclosure summary="Test against a sample" open={isTesting} onOpenChange={setTesting}>
        {isTesting ? <FilterTest draft={draft} types={types} /> : null}
      </Disclosure>
    </div>
  )
}
