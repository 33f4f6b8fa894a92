'use client'

import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { defaultApiVersion, getPayloadFormat, payloadFormats } from '@/lib/webhooks/payload-formats/registry'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { PayloadPreview } from './payload-preview'

/** The API version of what is sent, with what a receiver gets in it. */
export function PayloadFormatField() {
  const { control, register, formState } = useFormContext<EndpointFormValues>()
  const [kind, version, chosen, isAll] = useWatch({
    control,
    name: ['kind', 'api_version', 'event_types', 'all_event_types'],
  })
  const [isOpen, setOpen] = useState(false)
  const isKnown = getPayloadFormat(version) !== undefined
  const sendable = payloadFormats.filter(({ kinds }) => kinds.includes(kind))
  return (
    <div className="flex flex-col gap-2.5">
      <Field
        id={fieldId('api_version')}
        label="Payload format"
        aside={<span className="font-mono">{version}</span>}
        error={formState.errors.api_version?.message}
        hint={getPayloadFormat(version)?.hint}
      >
        <Select {...register('api_version')} className="sm:max-w-72">
          {sendable.map(({ version: value, label }) => (
            <option key={value} value={value}>
              {label}
              {value === defaultApiVersion ? ', standard' : ''}
            </option>
          ))}
          {isKnown ? null : <option value={version}>{version}</option>}
        </Select>
      </Field>
      {isKnown ? (
        <Disclosure summary="Preview of what is sent" open={isOpen} onOpenChange={setOpen}>
          {isOpen ? <PayloadPreview version={version} listened={isAll ? [] : chosen} /> : null}
        </Disclosure>
      ) : null}
    </div>
  )
}
