'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { notify } from '@/components/ui/notify'
import { updateEventType } from '@/lib/actions/event-types'

/** `choosers`: how many endpoints, of all stores, chose the type by its name. */
export function ArchiveEventType({ name, choosers }: { name: string; choosers: number }) {
  const router = useRouter()

  async function archive() {
    const result = await callAction(updateEventType({ name, changes: { archived: true } }))
    if (!result.ok) return refusalText(result)
    notify(`${name} was archived`)
    router.refresh()
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button>Archive</Button>}
      title={`Archive ${name}?`}
      confirmLabel="Archive"
      danger
      onConfirm={archive}
      // The button is gone with what it could do.
      finalFocus={() => heading() ?? true}
    >
      <p>
        {choosers === 0
          ? 'No endpoint chose this event type.'
          : choosers === 1
            ? '1 endpoint chose this event type. It stays as it is, and gets no event of it any more.'
            : `${choosers} endpoints of this installation chose this event type. They stay as they are, and get no event of it any more.`}
      </p>
      <p>
        From now on events of it are refused, and no endpoint can choose it. Its deliveries stay in the log.
        It can be taken back at any time.
      </p>
    </ConfirmDialog>
  )
}

function heading() {
  return document.querySelector<HTMLElement>('main h1')
}

/** At the head of an archived type's page; whoever may change it can take it back there. */
export function ArchivedNotice({ name, mayRestore }: { name: string; mayRestore: boolean }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, start] = useTransition()

  function restore() {
    start(async () => {
      const result = await callAction(updateEventType({ name, changes: { archived: false } }))
      start(() => setProblem(result.ok ? null : refusalText(result)))
      if (!result.ok) return
      notify(`${name} is back`)
      // The banner goes with its button.
      heading()?.focus()
      router.refresh()
    })
  }

  return (
    <Banner
      tone="warning"
      title="This event type is archived"
      actions={
        mayRestore ? (
          <Button pending={pending} onClick={restore}>
            Take back
          </Button>
        ) : null
      }
    >
      Events of it are refused, and no endpoint can choose it.
      {problem === null ? null : <p role="alert">{problem}</p>}
    </Banner>
  )
}
