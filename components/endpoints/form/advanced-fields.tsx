'use client'

import { useController, useFormContext } from 'react-hook-form'
import { retryPolicyLabels, retryWords } from '@/components/endpoints/retry-words'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { type RetryPolicies, retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'

/** How an endpoint is sent to. The standard values are right for most. */
export function AdvancedFields({ retryPolicies }: { retryPolicies: RetryPolicies }) {
  const { control, register, formState } = useFormContext<EndpointFormValues>()
  const { errors } = formState
  const policy = useController({ control, name: 'retry_policy' })
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <RadioGroup
        id={fieldId('retry_policy')}
        legend="Retries"
        hint="When a delivery fails, it is sent again by this schedule until the receiver answers 2xx."
        error={policy.fieldState.error?.message}
        value={policy.field.value}
        onChange={policy.field.onChange}
        options={retryPolicyNames.map((name) => ({
          value: name,
          label: retryPolicyLabels[name],
          hint: retryWords(retryPolicies[name]),
        }))}
      />
      <Field
        id={fieldId('timeout_seconds')}
        label="Time limit in seconds"
        error={errors.timeout_seconds?.message}
        hint="How long the receiver may take to answer, from 1 to 30."
      >
        <Input
          {...register('timeout_seconds', { valueAsNumber: true })}
          type="number"
          min={1}
          max={30}
          step="any"
          inputMode="decimal"
          className="max-w-32"
        />
      </Field>
      <Field
        id={fieldId('concurrency')}
        label="Requests at once"
        error={errors.concurrency?.message}
        hint="How many requests may be open to this endpoint at the same time, from 1 to 64."
      >
        <Input
          {...register('concurrency', { valueAsNumber: true })}
          type="number"
          min={1}
          max={64}
          step={1}
          inputMode="numeric"
          className="max-w-32"
        />
      </Field>
    </div>
  )
}
