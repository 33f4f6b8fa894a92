'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { ErrorSummary } from '@/components/ui/error-summary'
import { UnsavedGuard } from '@/components/ui/unsaved-guard'
import { updateEndpoint } from '@/lib/actions/endpoints'
import type { EndpointFormRules } from '@/lib/operations/endpoint-form'
import { EndpointFields } from './endpoint-fields'
import { EventTypesProvider } from './event-types'
import { updateFormSchema } from './form-schema'
import { type EditableEndpoint, type EndpointFormValues, savedValues, valuesOf } from './form-values'
import { SaveBar, type SaveState } from './save-bar'
import { useEndpointForm } from './use-endpoint-form'

type Props = { endpoint: EditableEndpoint; rules: EndpointFormRules; storeId: string }

/** Changes an endpoint: only the fields that were changed are sent, and the others stay as somebody else left them. */
export function EditEndpointForm({ endpoint, rules, storeId }: Props) {
  const router = useRouter()
  const [ended, setEnded] = useState<SaveState>(null)
  // What was saved counts until the server has told how the endpoint is now.
  const [own, setOwn] = useState<{ since: EditableEndpoint; values: EndpointFormValues } | null>(null)
  const saved = useMemo(() => (own?.since === endpoint ? own.values : valuesOf(endpoint)), [own, endpoint])
  const schema = useMemo(() => updateFormSchema(saved, rules), [saved, rules])
  const { form, refusal, submit, forget } = useEndpointForm({
    values: saved,
    schema,
    send: (changes) => updateEndpoint({ id: endpoint.id, changes }),
    unanswered: 'The changes may have been saved all the same: reload the page to see.',
    onDone: (_, entered) => {
      const values = savedValues(entered)
      form.reset(values, { keepDirtyValues: false })
      setOwn({ since: endpoint, values })
      setEnded('saved')
      // The name stands in the page's head too.
      router.refresh()
    },
  })
  const { isDirty, isSubmitting } = form.formState

  function discard() {
    form.reset(saved, { keepDirtyValues: false })
    forget()
    setEnded('discarded')
  }

  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="flex flex-col gap-6 [&_:is(input,textarea,select,button,summary)]:scroll-mb-24"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ErrorSummary title="The changes were not saved" errors={refusal.errors} focusKey={refusal.key} />
        <EventTypesProvider own={rules.ownEventTypes} storeId={storeId}>
          <EndpointFields rules={rules} />
        </EventTypesProvider>
        <SaveBar state={isDirty ? 'unsaved' : ended} saving={isSubmitting} onDiscard={discard} />
      </form>
      <UnsavedGuard when={isDirty} />
    </FormProvider>
  )
}
