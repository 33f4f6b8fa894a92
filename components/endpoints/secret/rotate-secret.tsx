'use client'

import { RefreshCwIcon } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react'
import { useAfterChange } from '@/components/endpoints/page/use-after-change'
import { callAction } from '@/components/shell/call-action'
import { refusalText } from '@/components/shell/refusal-text'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Instant } from '@/components/ui/instant'
import { RadioGroup } from '@/components/ui/radio-group'
import { rotateSecret } from '@/lib/actions/endpoints'

const graces = [
  { value: 'day', label: '24 hours', seconds: 86_400 },
  { value: 'hour', label: '1 hour', seconds: 3_600 },
  { value: 'week', label: '7 days', seconds: 604_800 },
  { value: 'none', label: 'End it now', seconds: 0 },
] as const

type Grace = (typeof graces)[number]['value']
type Props = { endpointId: string; triggerRef: RefObject<HTMLButtonElement | null> }
type Rotated = { secret: string; oldSignsUntil: Date | null }

/** Gives the endpoint a new secret, which the dialog then shows. */
export function RotateSecret({ endpointId, triggerRef }: Props) {
  const afterChange = useAfterChange(endpointId)
  const [open, setOpen] = useState(false)
  const [grace, setGrace] = useState<Grace>('day')
  const [rotated, setRotated] = useState<Rotated | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, start] = useTransition()

  function toggle(next: boolean) {
    // What was made must be seen; once it is, nothing holds the dialog.
    if (isPending && !rotated) return
    setOpen(next)
    if (!next) return
    setGrace('day')
    setRotated(null)
    setProblem(null)
  }

  function rotate() {
    start(async () => {
      const seconds = graces.find(({ value }) => value === grace)?.seconds ?? 0
      const result = await callAction(rotateSecret({ id: endpointId, graceSeconds: seconds }))
      setProblem(result.ok ? null : refusalText(result))
      if (!result.ok) return
      setRotated(result.data)
      afterChange()
    })
  }

  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={
        <Button ref={triggerRef} size="sm">
          <RefreshCwIcon aria-hidden /> Rotate secret
        </Button>
      }
      title={rotated ? 'Secret rotated' : 'Rotate secret'}
      footer={
        rotated ? (
          <DialogClose>
            <Button variant="primary">Done</Button>
          </DialogClose>
        ) : (
          <>
            <DialogClose>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant={grace === 'none' ? 'danger' : 'primary'} pending={isPending} onClick={rotate}>
              Rotate secret
            </Button>
          </>
        )
      }
    >
      {rotated ? (
        <NewSecret rotated={rotated} />
      ) : (
        <div className="flex flex-col gap-4">
          <p>
            A new secret is made and shown to you. Requests are signed with it at once, and with the old one
            too for as long as you choose.
          </p>
          <RadioGroup legend="Keep the old secret for" options={graces} value={grace} onChange={setGrace} />
          <p aria-live="polite" className="text-faded text-sm">
            {consequence(grace)}
          </p>
          {problem === null ? null : <Banner role="alert" tone="danger" title={problem} />}
        </div>
      )}
    </Dialog>
  )
}

function consequence(grace: Grace): string {
  return grace === 'none'
    ? 'The receiver refuses every request until it has the new secret. Choose this if the old secret has leaked.'
    : 'The receiver goes on verifying with the old secret until then, so there is time to put the new one in.'
}

function NewSecret({ rotated: { secret, oldSignsUntil } }: { rotated: Rotated }) {
  const news = useRef<HTMLParagraphElement>(null)
  // The button that had the focus is gone.
  useEffect(() => news.current?.focus(), [])
  return (
    <div className="flex flex-col gap-3">
      <p ref={news} tabIndex={-1}>
        {oldSignsUntil ? (
          <>
            Put this secret into the receiver. Both secrets sign until{' '}
            <Instant at={oldSignsUntil} precision="minute" />.
          </>
        ) : (
          'Put this secret into the receiver now: the old one no longer signs.'
        )}
      </p>
      <code className="rounded-md border border-rule bg-inset px-3 py-2 font-mono text-sm wrap-anywhere">
        {secret}
      </code>
      <CopyButton value={secret} label="Copy new secret" className="self-start" />
    </div>
  )
}
