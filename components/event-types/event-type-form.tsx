'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { notify } from '@/components/ui/notify'
import { UnsavedGuard } from '@/components/ui/unsaved-guard'
import { createEventType, updateEventType } from '@/lib/actions/event-types'
import { changesOf, type EventTypeDraft, emptyDraft, fieldsOf } from './event-type-draft'
import { EventTypeFields } from './event-type-fields'
import { useEventTypeForm } from './use-event-type-form'

type Props = {
  /** Null for a new one. */
  saved: EventTypeDraft | null
  categories: readonly string[]
}

/** Makes an event type, or changes one of the deployment's own. */
export function EventTypeForm({ saved, categories }: Props) {
  const router = useRouter()
  const form = useEventTypeForm(saved ?? emptyDraft, send, (name) => {
    notify(saved ? `${name} was changed` : `${name} was created`)
    router.push(`/event-types/${name}`)
    router.refresh()
  })
  const { refusal, submit, pending, isDirty } = form

  function send(draft: EventTypeDraft) {
    if (saved) return updateEventType({ name: saved.name, changes: changesOf(draft, saved) })
    const { sample, ...fields } = fieldsOf(draft)
    // One that somebody wrote has to match the schema; one that the server makes need not.
    const own = draft.sample.trim() === '' ? {} : { sample }
    return createEventType({ name: draft.name.trim(), ...fields, ...own })
  }

  return (
    <>
      <form
        // Without its script it must not put what was typed into the address.
        method="post"
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary
          title={refusal.title ?? (saved ? 'The changes were not saved' : 'The event type was not created')}
          errors={refusal.errors}
          focusKey={refusal.key}
        />
        <EventTypeFields form={form} categories={categories} isNew={saved === null} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" pending={pending}>
            {saved ? 'Save changes' : 'Create event type'}
          </Button>
          <Button render={<Link href={saved ? `/event-types/${saved.name}` : '/event-types'} />}>
            Cancel
          </Button>
        </div>
      </form>
      <UnsavedGuard when={isDirty} />
    </>
  )
}
