'use client'

import { useController, useFormContext, useWatch } from 'react-hook-form'
import { RetryTimeline } from '@/components/endpoints/retry-timeline'
import { retryPolicyLabels } from '@/components/endpoints/retry-words'
import { RadioGroup } from '@/components/ui/radio-group'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { FilterField } from './filter-field'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { HeadersField } from './headers-field'
import { LimitFields } from './limit-fields'

/** How an endpoint is sent to. The standard values are right for most. */
export default function AdvancedFields({ rules }: { rules: EndpointFormRules }) {
  const { control } = useFormContext<EndpointFormValues>()
  const policy = useController({ control, name: 'retry_policy' })
  const kind = useWatch({ control, name: 'kind' })
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <RadioGroup
        id={fieldId('retry_policy')}
        legend="Retries"
        hint="When a delivery fails, it is sent again by this schedule until the receiver takes it."
        error={policy.fieldState.error?.message}
        value={policy.field.value}
        onChange={policy.field.onChange}
        options={retryPolicyNames.map((name) => ({
          value: name,
          label: retryPolicyLabels[name],
          hint: <RetryTimeline delaysMs={rules.retryPolicies[name]} />,
        }))}
      />
      <LimitFields />
      {kind === 'email' ? null : <HeadersField signatureHeaders={rules.signatureHeaders} />}
      <FilterField />
    </div>
  )
}
