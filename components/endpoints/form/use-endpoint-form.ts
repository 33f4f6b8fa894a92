import { zodResolver } from '@hookform/resolvers/zod'
import { useMemo, useRef, useState } from 'react'
import { type FieldErrors, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { callAction } from '@/components/shell/call-action'
import type { ActionResult } from '@/lib/actions/run-action'
import { type FormPath, fieldId, labelOf, listFaults, placeOf } from './form-fields'
import type { EndpointFormValues } from './form-values'

/** What was refused the last time, for the head of the form; each refusal has another key. */
export type Refusal = { key: number; errors: { id?: string; message: string }[] }

type Options<Input, Data> = {
  values: EndpointFormValues
  schema: z.ZodType<Input, EndpointFormValues>
  send: (input: Input) => Promise<ActionResult<Data>>
  onDone: (data: Data, values: EndpointFormValues) => void
  /** What to look at before sending again, where no answer came. */
  unanswered: string
}

/** The form of an endpoint: what is wrong is said at the fields and in a `refusal`; what was entered stays. */
export function useEndpointForm<Input, Data>(options: Options<Input, Data>) {
  const { values, schema, send, onDone, unanswered } = options
  const resolver = useMemo(() => zodResolver(schema), [schema])
  const form = useForm<EndpointFormValues, unknown, Input>({
    resolver,
    values,
    resetOptions: { keepDirtyValues: true },
    shouldFocusError: false,
  })
  const [refusal, setRefusal] = useState<Refusal>({ key: 0, errors: [] })
  const isSending = useRef(false)

  function refuse(errors: Refusal['errors']) {
    setRefusal((before) => ({ key: before.key + 1, errors }))
  }

  async function onValid(input: Input) {
    const entered = form.getValues()
    const result = await callAction(send(input))
    if (result.ok) {
      setRefusal(({ key }) => ({ key, errors: [] }))
      onDone(result.data, entered)
      return
    }
    const atFields = result.fields.map((error) => ({ path: placeOf(error, entered), message: error.detail }))
    for (const { path, message } of atFields) {
      if (path) form.setError(path, { type: 'server', message })
    }
    if (atFields.length > 0) return refuse(atFields.map(({ path, message }) => toError(path, message)))
    const note = result.requestId === '' ? unanswered : `Request ${result.requestId}.`
    refuse([{ message: `${result.message} ${note}` }])
  }

  function onInvalid(errors: FieldErrors<EndpointFormValues>) {
    refuse(listFaults(errors, form.getValues()).map(({ path, message }) => toError(path, message)))
  }

  const submit = form.handleSubmit(onValid, onInvalid)
  return {
    form,
    refusal,
    /** Takes the last refusal away. */
    forget: () => setRefusal(({ key }) => ({ key, errors: [] })),
    async submit() {
      // Enter in a field sends a form whose button refuses.
      if (isSending.current) return
      isSending.current = true
      await submit().finally(() => {
        isSending.current = false
      })
    },
  }
}

function toError(path: FormPath | null, message: string): Refusal['errors'][number] {
  return path === null ? { message } : { id: fieldId(path), message: `${labelOf(path)}: ${message}` }
}
