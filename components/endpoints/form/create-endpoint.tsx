'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageHeader } from '@/components/ui/page-header'
import { UnsavedGuard } from '@/components/ui/unsaved-guard'
import { createEndpoint } from '@/lib/actions/endpoints'
import { toPublicId } from '@/lib/ids'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import type { CreatedEndpoint } from './endpoint-created'
import { EndpointFields } from './endpoint-fields'
import { EventTypesProvider } from './event-types'
import { createFormSchema } from './form-schema'
import { newEndpointValues } from './form-values'
import { useEndpointForm } from './use-endpoint-form'

const loadCreated = () => import('./endpoint-created').then((loaded) => loaded.EndpointCreated)
const EndpointCreated = dynamic(loadCreated)

type Props = {
  rules: EndpointFormRules
  storeId: string
  /** Chosen from the start. */
  eventTypes: string[]
}

/** The form for a new endpoint; once it is made, its secret and its first test event in the form's place. */
export function CreateEndpoint(props: Props) {
  const [created, setCreated] = useState<CreatedEndpoint | null>(null)
  if (created) return <EndpointCreated endpoint={created} />
  return <CreateForm {...props} onCreated={setCreated} />
}

function CreateForm(props: Props & { onCreated: (created: CreatedEndpoint) => void }) {
  const { rules, storeId, eventTypes, onCreated } = props
  const schema = useMemo(() => createFormSchema(rules), [rules])
  const values = useMemo(() => ({ ...newEndpointValues, event_types: eventTypes }), [eventTypes])
  const { form, refusal, submit } = useEndpointForm({
    values,
    schema,
    send: createEndpoint,
    unanswered: 'It may have been created all the same: look at the list of endpoints first.',
    onDone: (made, { name, kind, api_version: apiVersion }) => {
      // A reload then opens the endpoint, not an empty form.
      window.history.replaceState(null, '', `?created=${toPublicId('we', made.id)}`)
      onCreated({ ...made, name: name.trim(), kind, apiVersion })
    },
  })
  const { isDirty, isSubmitting } = form.formState
  useEffect(() => {
    // Here by the time it is needed, whatever becomes of the connection: it holds the secret.
    if (isDirty) loadCreated().catch(() => {})
  }, [isDirty])
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/settings/webhooks', label: 'Webhooks' }]} />}
        title="Create webhook endpoint"
        description="Once it is saved, a test event is sent there, and from then on each event of the chosen types."
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
          <EventTypesProvider own={rules.ownEventTypes} storeId={storeId}>
            <EndpointFields rules={rules} isNew />
          </EventTypesProvider>
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
