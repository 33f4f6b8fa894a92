'use client'

import { useEffect, useRef, useState, useTransition } from 'react'
import { callAction } from '@/components/shell/call-action'
import type { ActionResult } from '@/lib/actions/run-action'

export type Refusal = Extract<ActionResult<unknown>, { ok: false }>

/** A form that is sent to a server action: whether it is under way, done, or why it was refused. */
export function useSubmission() {
  const form = useRef<HTMLFormElement>(null)
  const [pending, start] = useTransition()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isDone, setIsDone] = useState(false)

  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusal])

  function submit<Data>(call: () => Promise<ActionResult<Data>>, onDone: (data: Data) => void) {
    setIsDone(false)
    start(async () => {
      const result = await callAction(call())
      start(() => {
        setRefusal(result.ok ? null : result)
        setIsDone(result.ok)
        if (result.ok) onDone(result.data)
      })
    })
  }

  return {
    form,
    pending,
    isDone,
    refusal,
    submit,
    /** What is wrong with the field at a JSON pointer. */
    problemAt: (pointer: string) => refusal?.fields.find((field) => field.pointer === pointer)?.detail,
    /** After a change what was said of the last one holds no longer. */
    clearDone: () => setIsDone(false),
  }
}
