'use client'

import { PlusIcon } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { createToken } from '@/lib/actions/api-tokens'
import type { ActionResult } from '@/lib/actions/run-action'
import type { Scope } from '@/lib/schemas/scopes'
import { LifetimeChoice, type LifetimeDraft, lifetimeOf } from './lifetime-choice'
import { type MadeToken, NewToken } from './new-token'
import { ScopeChoice } from './scope-choice'

type Draft = { name: string; scopes: Scope[]; lifetime: LifetimeDraft }
type Refusal = Extract<ActionResult<unknown>, { ok: false }>

const empty: Draft = { name: '', scopes: [], lifetime: { choice: '90', day: '' } }

type Props = { apiUrl: string; open: boolean; onOpenChange: (open: boolean) => void; onCreated: () => void }

/** Makes a token, which the dialog then shows. */
export function CreateToken({ apiUrl, open, onOpenChange, onCreated }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const [draft, setDraft] = useState(empty)
  const [made, setMade] = useState<MadeToken | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isPending, start] = useTransition()
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusal])
  // With the last place the button goes, and the focus with it.
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    },
    [],
  )
  const problemAt = (pointer: string) =>
    refusal?.fields.find((field) => field.pointer.startsWith(pointer))?.detail

  function toggle(next: boolean) {
    // What was made must be seen.
    if (isPending) return
    onOpenChange(next)
    if (!next) return
    setDraft(empty)
    setMade(null)
    setRefusal(null)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const { name, scopes, lifetime } = draft
    start(async () => {
      const result = await callAction(createToken({ name, scopes, lifetime: lifetimeOf(lifetime) }))
      start(() => {
        setRefusal(result.ok ? null : result)
        if (!result.ok) return
        setMade({ name, scopes, ...result.data })
        onCreated()
      })
    })
  }

  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      onlyButtonsClose={made !== null}
      trigger={
        <Button variant="primary">
          <PlusIcon aria-hidden /> Create API token
        </Button>
      }
      title={made ? 'Token created' : 'Create API token'}
      footer={
        made ? (
          <DialogClose>
            <Button variant="primary">Done</Button>
          </DialogClose>
        ) : (
          <>
            <DialogClose>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" form={id} variant="primary" pending={isPending}>
              Create token
            </Button>
          </>
        )
      }
    >
      {made ? (
        <NewToken made={made} apiUrl={apiUrl} />
      ) : (
        <form ref={form} id={id} method="post" noValidate className="flex flex-col gap-5" onSubmit={submit}>
          {refusal && refusal.fields.length === 0 ? (
            <Banner role="alert" tone="danger" title={refusalText(refusal)} />
          ) : null}
          <Field
            label="Name"
            required
            hint="The program that will use it, to tell it from others."
            error={problemAt('/name')}
          >
            <Input
              name="name"
              autoComplete="off"
              maxLength={100}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </Field>
          <ScopeChoice
            chosen={draft.scopes}
            onChange={(scopes) => setDraft({ ...draft, scopes })}
            error={problemAt('/scopes')}
          />
          <LifetimeChoice
            draft={draft.lifetime}
            onChange={(lifetime) => setDraft({ ...draft, lifetime })}
            error={problemAt('/lifetime') && dayProblem(draft.lifetime, problemAt('/lifetime/until'))}
          />
        </form>
      )}
    </Dialog>
  )
}

function dayProblem({ day }: LifetimeDraft, said: string | undefined): string {
  return day === '' ? 'Choose a day.' : (said ?? 'This is not a day.')
}
