'use client'

import { ArrowRightIcon, TriangleAlertIcon } from 'lucide-react'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useEventTypes } from './event-types'
import type { EndpointFormValues } from './form-values'
import { previewUrl } from './preview-placeholders'
import { chosenTypes } from './sample-paths'
import { useSettled } from './use-settled'

const READ_OUT_AFTER_MS = 500
const STAND_IN = 'order.created'

/** What a URL with placeholders becomes for the sample of one event type, as it is typed. */
export default function PlaceholderPreview({ url }: { url: string }) {
  const { control, formState } = useFormContext<EndpointFormValues>()
  const [all, names] = useWatch({ control, name: ['all_event_types', 'event_types'] })
  const [wanted, setWanted] = useState<string>()
  const known = useEventTypes().types
  const types = chosenTypes({ all_event_types: all, event_types: names }, known)
  const type =
    types.find(({ name }) => name === wanted) ?? types[0] ?? known.find(({ name }) => name === STAND_IN)
  const preview = type ? previewUrl(url, type) : null
  const { filled = null, problem = null, values = [] } = preview ?? {}
  const empty = values.filter(({ found }) => found === '').map(({ name }) => name)
  const news = useSettled(
    problem ?? (empty.length > 0 ? `Nothing is found for ${empty.join(', ')}.` : `Becomes ${filled}`),
    READ_OUT_AFTER_MS,
  )
  if (!type) return null
  return (
    <section
      aria-label="Preview of the URL"
      className="flex flex-col gap-2.5 rounded-md border border-rule bg-inset px-3.5 py-3"
    >
      {types.length > 1 ? (
        <Field label="With the sample of">
          <Select
            value={type.name}
            onChange={(event) => setWanted(event.target.value)}
            className="sm:max-w-72"
          >
            {types.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <p className="text-faded text-sm">
          With the sample of <span className="font-mono">{type.name}</span>
          {types.length === 0 ? ', until you choose event types' : null}
        </p>
      )}
      {problem === null ? null : (
        <p className="flex items-start gap-1.5 text-sm text-warning">
          <TriangleAlertIcon aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            {/* The same words stand at the field once it was left. */}
            {formState.errors.url?.message === problem ? 'There is no preview yet.' : problem}
          </span>
        </p>
      )}
      {filled === null ? null : <p className="font-mono text-sm wrap-anywhere">{filled}</p>}
      {values.length === 0 ? null : (
        <ul className="flex flex-col gap-1 text-sm">
          {values.map(({ name, found }) => (
            <li key={name} className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <span className="min-w-0 font-mono wrap-anywhere">{name}</span>
              <ArrowRightIcon aria-hidden className="size-3.5 shrink-0 self-center text-faded" />
              {found === '' ? (
                <span className="text-warning">nothing: becomes empty</span>
              ) : (
                <span className="min-w-0 font-mono wrap-anywhere">{found}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {news}
      </p>
    </section>
  )
}
