'use client'

import { GlobeIcon, MailIcon } from 'lucide-react'
import { useController, useFormContext } from 'react-hook-form'
import { RadioCards } from '@/components/ui/radio-cards'
import { canSend } from '@/lib/schemas/endpoint'
import { defaultTimeoutSeconds, type EndpointKindName } from '@/lib/webhooks/endpoint-kinds'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'

/** Whether a new endpoint is a URL or an e-mail address. */
export function KindField({ canSendMail }: { canSendMail: boolean }) {
  const form = useFormContext<EndpointFormValues>()
  const kind = useController({ control: form.control, name: 'kind' })

  function choose(next: EndpointKindName) {
    // A time limit that nobody changed is the kind's own.
    if (form.getValues('timeout_seconds') === defaultTimeoutSeconds[kind.field.value]) {
      form.setValue('timeout_seconds', defaultTimeoutSeconds[next], { shouldDirty: true })
    }
    if (!canSend(next, form.getValues('api_version'))) {
      form.setValue('api_version', defaultApiVersion, { shouldDirty: true })
    }
    form.clearErrors(['kind', 'url', 'email', 'api_version'])
    kind.field.onChange(next)
  }

  return (
    <RadioCards
      id={fieldId('kind')}
      legend="Where to send"
      error={kind.fieldState.error?.message}
      value={kind.field.value}
      onChange={choose}
      options={[
        {
          value: 'api',
          label: 'URL',
          hint: 'A signed HTTP request for each event, to a program.',
          icon: GlobeIcon,
        },
        {
          value: 'email',
          label: 'E-mail',
          hint: canSendMail
            ? 'A message for each event, to a person or a mailbox.'
            : 'Not available: this installation has no mail server. Whoever runs it has to set SMTP_URL.',
          icon: MailIcon,
          disabled: !canSendMail,
        },
      ]}
    />
  )
}
