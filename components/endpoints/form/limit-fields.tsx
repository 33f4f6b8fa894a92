'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { limitWords } from '@/components/endpoints/limit-words'
import { Field } from '@/components/ui/field'
import { Fieldset } from '@/components/ui/fieldset'
import { Input } from '@/components/ui/input'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'

const RATE = fieldId('rate_limit')

/** How long, how often and how many at once. */
export function LimitFields() {
  const { control, register, formState } = useFormContext<EndpointFormValues>()
  const { errors } = formState
  const [kind, timeoutSeconds, rateLimit, concurrency] = useWatch({
    control,
    name: ['kind', 'timeout_seconds', 'rate_limit', 'concurrency'],
  })
  const words = limitWords({ kind, timeoutSeconds, rateLimit, concurrency })
  return (
    <Fieldset legend="Limits">
      <div className="grid items-start gap-x-5 gap-y-4 sm:grid-cols-3">
        <Field
          id={fieldId('timeout_seconds')}
          label="Time limit in seconds"
          error={errors.timeout_seconds?.message}
          hint="How long the receiver may take to answer: 1 to 30."
        >
          <Input
            {...register('timeout_seconds', { valueAsNumber: true })}
            type="number"
            min={1}
            max={30}
            step="any"
            inputMode="decimal"
          />
        </Field>
        <Field
          id={RATE}
          label="Requests per second"
          error={errors.rate_limit?.message}
          hint="How many may begin in a second. Empty: no limit."
        >
          <Input
            {...register('rate_limit', { setValueAs: readRate })}
            type="number"
            min={1}
            max={1_000}
            step={1}
            inputMode="numeric"
            placeholder="No limit"
          />
        </Field>
        <Field
          id={fieldId('concurrency')}
          label="Requests at once"
          error={errors.concurrency?.message}
          hint="How many may wait for an answer: 1 to 64."
        >
          <Input
            {...register('concurrency', { valueAsNumber: true })}
            type="number"
            min={1}
            max={64}
            step={1}
            inputMode="numeric"
          />
        </Field>
      </div>
      {words === null ? null : <p className="text-sm">{words}</p>}
    </Fieldset>
  )
}

/** What is typed and is no number reads as empty, which would mean no limit. */
function readRate(typed: unknown): number | null {
  const input = document.getElementById(RATE)
  const isUnreadable = input instanceof HTMLInputElement && input.validity.badInput
  if (isUnreadable) return Number.NaN
  return typed === '' || typed === null || typed === undefined ? null : Number(typed)
}
