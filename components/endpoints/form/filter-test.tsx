'use client'

import { CheckIcon, RotateCcwIcon, XIcon } from 'lucide-react'
import { useState } from 'react'
import { conditionWords, valueWords } from '@/components/endpoints/filter-words'
import { readDraft } from '@/components/endpoints/test-send/test-send-draft'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { JsonTextarea } from '@/components/ui/json-textarea'
import { Select } from '@/components/ui/select'
import { StatusBadge } from '@/components/ui/status-badge'
import { eventFilterSchema, explainFilter } from '@/lib/webhooks/event-filter'
import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { useEventTypes } from './event-types'
import { type FilterDraft, toFilter } from './filter-draft'

type Props = { draft: FilterDraft; types: readonly EventType[] }

/** Whether a sample, as it is edited, would be sent, and why: by the function that decides it when an event happens. */
export function FilterTest({ draft, types }: Props) {
  const known = useEventTypes().types
  const choices = types.length === 0 ? known : types
  const [wanted, setWanted] = useState<string>()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const type = choices.find(({ name }) => name === wanted) ?? choices[0]
  if (!type) return null
  const sample = JSON.stringify(type.sample, null, 2)
  const text = texts[type.name] ?? sample
  const object = readDraft(text)
  const write = (next: string) => setTexts({ ...texts, [type.name]: next })
  return (
    <div className="flex flex-col gap-4">
      <Verdict draft={draft} object={'problem' in object ? null : object.object} />
      <Field label="Event type" hint={type.description}>
        <Select value={type.name} onChange={(event) => setWanted(event.target.value)} className="sm:max-w-80">
          {choices.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="Sample"
        error={'problem' in object ? object.problem : undefined}
        hint="What the event has in “data.object”. Change it to try the filter; it is not saved."
      >
        <JsonTextarea rows={10} value={text} onChange={write} />
      </Field>
      <Button size="sm" className="-mt-1 self-start" disabled={text === sample} onClick={() => write(sample)}>
        <RotateCcwIcon aria-hidden /> Reset sample
      </Button>
    </div>
  )
}

function Verdict({ draft, object }: { draft: FilterDraft; object: Record<string, unknown> | null }) {
  const filter = eventFilterSchema.safeParse(toFilter(draft))
  if (!filter.success || object === null) {
    return (
      <p role="status" className="text-faded">
        {object === null
          ? 'The sample is not complete JSON.'
          : 'Complete the conditions above to see the result.'}
      </p>
    )
  }
  const { passes, conditions } = explainFilter(filter.data, object)
  return (
    <div className="flex flex-col gap-2">
      <p role="status">
        <StatusBadge tone={passes ? 'success' : 'muted'} plain className="text-base">
          {passes ? 'Would be sent' : 'Would not be sent'}
        </StatusBadge>
      </p>
      <ul aria-label="Conditions" className="flex flex-col gap-1 text-sm">
        {conditions.map(({ condition, holds, found }, index) => {
          const Mark = holds ? CheckIcon : XIcon
          return (
            <li key={draft.conditions[index]?.key} className="flex items-start gap-2">
              <Mark
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${holds ? 'text-success' : 'text-faded'}`}
              />
              <span className="min-w-0 wrap-anywhere">
                <span className="sr-only">{holds ? 'Holds: ' : 'Does not hold: '}</span>
                {conditionWords(condition)}{' '}
                <span className="text-faded">
                  – {found === null ? 'nothing is there' : `it is ${valueWords(found.value)}`}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
