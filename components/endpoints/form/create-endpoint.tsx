'use client'

import Link from 'next/link'
import { useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeader } from '@/components/ui/page-header'
import { UnsavedGuard } from '@/components/ui/unsaved-guard'
import { createEndpoint } from '@/lib/actions/endpoints'
import { toPublicId } from '@/lib/ids'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { type CreatedEndpoint, EndpointCreated } from './endpoint-created'
import { EndpointFields } from './endpoint-fields'
import { createFormSchema } from './form-schema'
import { newEndpointValues } from './form-values'
import { useEndpointForm } from './use-endpoint-form'

/** The form for a new endpoint; once it is made, its secret and its first test event in the form's place. */
export function CreateEndpoint({ rules }: { rules: EndpointFormRules }) {
  const [created, setCreated] = useState<CreatedEndpoint | null>(null)
  if (created) return <EndpointCreated endpoint={created} />
  return <CreateForm rules={rules} onCreated={setCreated} />
}

function CreateForm(props: { rules: EndpointFormRules; onCreated: (created: CreatedEndpoint) => void }) {
  const { rules, onCreated } = props
  const schema = useMemo(() => createFormSchema(rules.allowedCidrs), [rules.allowedCidrs])
  const { form, refusal, submit } = useEndpointForm({
    values: newEndpointValues,
    schema,
    send: createEndpoint,
    unanswered: 'It may have been created all the same: look at the list of endpoints first.',
    onDone: (made, { name }) => {
      // A reload then opens the endpoint, not an empty form.
      window.history.replaceState(null, '', `?created=${toPublicId('we', made.id)}`)
      onCreated({ ...made, name: name.trim() })
    },
  })
  const { isDirty, isSubmitting } = form.formState
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/settings/webhooks', label: 'Webhooks' }]} />}
        title="Create webhook endpoint"
        description="Once it is saved, a test event is sent to the URL, and from then on each event of the chosen types."
      />
      <FormProvider {...form}>
        <form
          noValidate
          className="flex flex-col gap-6"
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <ErrorSummary title="The endpoint was not created" errors={refusal.errors} focusKey={refusal.key} />
          <EndpointFields rules={rules} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" pending={isSubmitting}>
              Create webhook endpoint
            </Button>
            <Button render={<Link href="/settings/webhooks" />}>Cancel</Button>
          </div>
        </form>
      </FormProvider>
      <UnsavedGuard when={isDirty} />
    </>
  )
}
