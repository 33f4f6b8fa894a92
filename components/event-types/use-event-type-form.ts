import { useState, useTransition } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import type { ActionResult } from '@/lib/actions/run-action'
import {
  type DraftFaults,
  draftLabels,
  type EventTypeDraft,
  faultsOf,
  findDraftFaults,
} from './event-type-draft'

type Refusal = {
  key: number
  /** Of the list of errors; the form's own where there is none. */
  title?: string | undefined
  errors: { id?: string; message: string }[]
  faults: DraftFaults
}

/** Of the control, to which a list of faults links. */
export function fieldId(field: string): string {
  return `event-type-${field}`
}

/** The form of an event type: what is wrong is said at the fields and at the head; what was typed stays. */
export function useEventTypeForm(
  saved: EventTypeDraft,
  send: (draft: EventTypeDraft) => Promise<ActionResult<{ name: string }>>,
  onDone: (name: string) => void,
) {
  const [draft, setDraft] = useState(saved)
  const [refusal, setRefusal] = useState<Refusal>({ key: 0, errors: [], faults: {} })
  const [isDone, setIsDone] = useState(false)
  const [pending, start] = useTransition()

  function refuse(faults: DraftFaults, { other, title }: { other?: string; title?: string } = {}) {
    const listed = Object.entries(draftLabels).flatMap(([field, label]) => {
      const message = Object.entries(faults).find(([name]) => name === field)?.[1]
      return message === undefined ? [] : [{ id: fieldId(field), message: `${label}: ${message}` }]
    })
    const errors = listed.length > 0 || other === undefined ? listed : [{ message: other }]
    setRefusal(({ key }) => ({ key: key + 1, title, errors, faults }))
  }

  function submit() {
    if (pending) return
    const faults = findDraftFaults(draft)
    if (Object.keys(faults).length > 0) return refuse(faults)
    start(async () => {
      const result = await callAction(send(draft))
      start(() => {
        if (!result.ok) {
          const isTaken = result.code === 'event_type_exists'
          return refuse(isTaken ? { name: result.message } : faultsOf(result.fields), {
            other: refusalText(result),
          })
        }
        refuse({})
        setIsDone(true)
        onDone(result.data.name)
      })
    })
  }

  function change(changes: Partial<EventTypeDraft>) {
    setDraft((before) => ({ ...before, ...changes }))
    // What was wrong with a field is not known of what stands there now.
    setRefusal(({ faults, ...before }) => ({
      ...before,
      faults: Object.fromEntries(Object.entries(faults).filter(([field]) => !Object.hasOwn(changes, field))),
    }))
  }

  const isChanged = Object.entries(draft).some(
    ([field, value]) => value !== Object.entries(saved).find(([name]) => name === field)?.[1],
  )
  return { draft, change, refusal, refuse, submit, pending, isDirty: isChanged && !isDone }
}
