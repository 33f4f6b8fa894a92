'use client'

import { RotateCcwIcon } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { LiveOutcome } from '@/components/deliveries/live-outcome'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { JsonTextarea } from '@/components/ui/json-textarea'
import { formatBytes } from '@/components/ui/number-format'
import { Select } from '@/components/ui/select'
import type { EventCategory } from '@/lib/webhooks/event-types/define-event-type'
import { pathText, readDraft } from './test-send-draft'
import type { Refusal, useTestSend } from './use-test-send'

type Props = {
  id: string
  endpoint: { eventTypes: readonly string[]; allEventTypes: boolean }
  isDisabled: boolean
  categories: readonly EventCategory[]
  mostBytes: number
  sending: ReturnType<typeof useTestSend>
  /** An event type's name; undefined for the first there is. */
  chosen: string | undefined
  onChoose: (name: string) => void
  /** What was typed instead of a type's sample, by the type's name. */
  texts: Readonly<Record<string, string>>
  onTexts: (texts: Readonly<Record<string, string>>) => void
}

export function TestSendForm(props: Props) {
  const { id, endpoint, isDisabled, categories, mostBytes, sending, chosen, onChoose, texts, onTexts } = props
  const objectId = useId()
  const types = categories.flatMap((category) => category.types)
  const type = types.find(({ name }) => name === chosen) ?? types[0]
  const name = type?.name ?? ''
  const sample = JSON.stringify(type?.sample, null, 2)
  const text = texts[name] ?? sample
  const draft = readDraft(text)
  const bytes = 'bytes' in draft ? draft.bytes : null
  const listens = endpoint.allEventTypes || endpoint.eventTypes.includes(name)
  const faults = faultsOf(sending.refusal)
  const objectError =
    'problem' in draft
      ? draft.problem
      : draft.bytes > mostBytes
        ? `This is ${formatBytes(draft.bytes)}; the limit is ${formatBytes(mostBytes)}.`
        : faults.object

  function choose(next: string) {
    sending.clearRefusal()
    onChoose(next)
  }

  function write(next: string) {
    sending.clearRefusal()
    onTexts({ ...texts, [name]: next })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (sending.isPending) return
    if ('problem' in draft || draft.bytes > mostBytes) document.getElementById(objectId)?.focus()
    else sending.send(name, draft.object)
  }

  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {faults.other ? (
        <Banner role="alert" tone="danger" title="The test event was not sent">
          {faults.other}
        </Banner>
      ) : null}
      {sending.deliveryId ? <Result key={sending.deliveryId} deliveryId={sending.deliveryId} /> : null}
      {isDisabled ? (
        <Banner tone="info" title="This endpoint is disabled">
          A test event is sent all the same; other events are not.
        </Banner>
      ) : null}
      <Field
        label="Event type"
        error={faults.eventType}
        hint={listens ? type?.description : `${type?.description} This endpoint does not listen to it.`}
      >
        <Select value={name} onChange={(event) => choose(event.target.value)}>
          {categories.map((category) => (
            <optgroup key={category.id} label={category.label}>
              {category.types.map((each) => (
                <option key={each.name} value={each.name}>
                  {each.name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <Field
        id={objectId}
        label="Sample"
        error={objectError}
        aside={`${bytes === null ? '—' : formatBytes(bytes)} of ${formatBytes(mostBytes)}`}
        hint="The event’s “data.object” as JSON, of which the payload is made. Change what your test needs."
      >
        <JsonTextarea rows={14} value={text} onChange={write} />
      </Field>
      <Button
        type="button"
        size="sm"
        className="-mt-1 self-start"
        disabled={text === sample}
        onClick={() => write(sample)}
      >
        <RotateCcwIcon aria-hidden /> Reset sample
      </Button>
    </form>
  )
}

/** Above the form, and scrolled to: the sample may fill the dialog. */
function Result({ deliveryId }: { deliveryId: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Braces: in some browsers it returns a promise, which an effect may not.
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} className="scroll-mt-4">
      <LiveOutcome deliveryId={deliveryId} />
    </div>
  )
}

/** Where each part of a refusal belongs. */
function faultsOf(refusal: Refusal | null): { eventType?: string; object?: string; other?: string } {
  if (!refusal) return {}
  if (refusal.code === 'body_too_large') return { object: refusal.message }
  for (const { pointer, detail } of refusal.fields) {
    const within = pointer.replace(/^\/send/, '')
    if (/^\/(event_)?type$/.test(within)) return { eventType: detail }
    if (within.startsWith('/data')) return { object: `${pathText(within.slice('/data'.length))}${detail}` }
  }
  return { other: refusalText(refusal) }
}
