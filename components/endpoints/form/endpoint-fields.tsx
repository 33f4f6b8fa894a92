'use client'

import { useFormContext } from 'react-hook-form'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { apiVersions, defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { AdvancedFields } from './advanced-fields'
import { EventTypeField } from './event-type-field'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { urlHint } from './url-hint'

/** The fields of an endpoint, for a new one and for one that is there. */
export function EndpointFields({ rules }: { rules: EndpointFormRules }) {
  const form = useFormContext<EndpointFormValues>()
  const { errors } = form.formState
  const url = form.register('url', { onBlur: checkUrl, onChange: () => form.clearErrors('url') })

  /** As one leaves the field; one that is still empty is told when the form is sent. */
  function checkUrl() {
    const typed = form.getValues('url')
    if (typed !== typed.trim()) form.setValue('url', typed.trim(), { shouldDirty: true })
    if (typed.trim() !== '') void form.trigger('url')
  }

  return (
    <>
      <Card title="Endpoint">
        <div className="flex max-w-2xl flex-col gap-5">
          <Field
            id={fieldId('name')}
            label="Name"
            required
            error={errors.name?.message}
            hint="For your own use, such as “CRM contact sync” or “Orders to accounting”. At most 100 characters."
          >
            <Input {...form.register('name')} autoComplete="off" />
          </Field>
          <Field
            id={fieldId('description')}
            label="Description"
            aside="Optional"
            error={errors.description?.message}
            hint="What it does, for whoever comes across it later."
          >
            <Textarea {...form.register('description')} rows={2} />
          </Field>
          <Field
            id={fieldId('url')}
            label="URL"
            required
            error={errors.url?.message}
            hint={urlHint(rules.allowedCidrs)}
          >
            <Input
              {...url}
              mono
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Field
            id={fieldId('api_version')}
            label="API version"
            error={errors.api_version?.message}
            hint={`The format of the data that is sent. Leave this on ${defaultApiVersion} unless a developer advises otherwise.`}
          >
            <Select {...form.register('api_version')} className="sm:max-w-64">
              {apiVersions.map((version) => (
                <option key={version} value={version}>
                  {version}
                  {version === defaultApiVersion ? ' (default)' : ''}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </Card>
      <Card title="Event types">
        <EventTypeField />
      </Card>
      <Card>
        <Disclosure summary="Advanced settings">
          <AdvancedFields retryPolicies={rules.retryPolicies} />
        </Disclosure>
      </Card>
    </>
  )
}
