'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { AdvancedSection } from './advanced-section'
import { EmailField } from './email-field'
import { EventTypeField } from './event-type-field'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { KindField } from './kind-field'
import { PayloadFormatField } from './payload-format-field'
import { UrlField } from './url-field'

type Props = {
  rules: EndpointFormRules
  /** Of one that is there the kind cannot be changed. */
  isNew?: boolean
}

/** The fields of an endpoint, for a new one and for one that is there. */
export function EndpointFields({ rules, isNew = false }: Props) {
  const { control, register, formState } = useFormContext<EndpointFormValues>()
  const { errors } = formState
  const kind = useWatch({ control, name: 'kind' })
  return (
    <>
      <Card title="Endpoint">
        <div className="flex max-w-2xl flex-col gap-5">
          {isNew ? (
            <KindField canSendMail={rules.canSendMail} />
          ) : (
            <p className="text-faded text-sm">
              Sends to {kind === 'email' ? 'an e-mail address' : 'a URL'}. The kind of an endpoint stays; for
              the other one, create another endpoint.
            </p>
          )}
          <Field
            id={fieldId('name')}
            label="Name"
            required
            error={errors.name?.message}
            hint="For your own use, such as “CRM contact sync” or “Orders to accounting”. At most 100 characters."
          >
            <Input {...register('name')} autoComplete="off" />
          </Field>
          <Field
            id={fieldId('description')}
            label="Description"
            aside="Optional"
            error={errors.description?.message}
            hint="What it does, for whoever comes across it later."
          >
            <Textarea {...register('description')} rows={2} />
          </Field>
          {kind === 'email' ? <EmailField /> : <UrlField rules={rules} />}
          {kind === 'email' ? null : <PayloadFormatField />}
        </div>
      </Card>
      <Card title="Event types">
        <EventTypeField />
      </Card>
      <Card>
        <AdvancedSection rules={rules} />
      </Card>
    </>
  )
}
