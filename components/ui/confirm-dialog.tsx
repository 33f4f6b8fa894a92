'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactElement, type ReactNode, useRef, useState, useTransition } from 'react'
import { Banner } from './banner'
import { Button } from './button'
import { cn } from './cn'
import { Field } from './field'
import { Input } from './input'
import { backdropClass, dialogClass } from './overlay-class'

type Props = {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Verb and object: "Delete endpoint “ERP prod”?" */
  title: ReactNode
  /** The consequence, whether it can be undone, how many it concerns. */
  children: ReactNode
  /** The title's verb again. */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  /** Nothing can be confirmed: it is not known yet, or there is nothing to do. */
  confirmDisabled?: boolean
  /** This must be typed before the button works. */
  typeToConfirm?: string
  /** A sentence says what went wrong and keeps the dialog open; `undefined` closes it. */
  onConfirm: () => Promise<string | undefined>
  /** Where the focus goes once it is closed; `true` is back to where it was. */
  finalFocus?: () => HTMLElement | true
}

export function ConfirmDialog(props: Props) {
  const {
    trigger,
    title,
    children,
    confirmLabel,
    cancelLabel = 'Cancel',
    danger = false,
    confirmDisabled = false,
    typeToConfirm,
    onConfirm,
  } = props
  const cancel = useRef<HTMLButtonElement>(null)
  const [ownOpen, setOwnOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [pending, start] = useTransition()
  const open = props.open ?? ownOpen

  function change(next: boolean) {
    if (pending) return
    setOwnOpen(next)
    setTyped('')
    setProblem(undefined)
    props.onOpenChange?.(next)
  }

  function confirm() {
    start(async () => {
      const said = await onConfirm()
      setProblem(said)
      if (said !== undefined) return
      setOwnOpen(false)
      setTyped('')
      props.onOpenChange?.(false)
    })
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      {trigger ? <AlertDialog.Trigger render={trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Popup
          initialFocus={cancel}
          finalFocus={props.finalFocus}
          className={cn(dialogClass, 'max-w-md')}
        >
          <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-5 pb-4">
            <AlertDialog.Title className="font-semibold text-lg wrap-anywhere">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="flex flex-col gap-2">
              {children}
            </AlertDialog.Description>
            {typeToConfirm === undefined ? null : (
              <Field label={<>Type “{typeToConfirm}” to confirm</>} className="mt-1">
                <Input
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  autoComplete="off"
                  spellCheck={false}
                />
              </Field>
            )}
            {problem === undefined ? null : <Banner tone="danger" role="alert" title={problem} />}
          </div>
          <footer className="flex flex-wrap justify-end gap-2 border-rule border-t px-5 py-3">
            <AlertDialog.Close render={<Button ref={cancel}>{cancelLabel}</Button>} />
            <Button
              variant={danger ? 'danger' : 'primary'}
              pending={pending}
              disabled={
                confirmDisabled || (typeToConfirm !== undefined && asSeen(typed) !== asSeen(typeToConfirm))
              }
              onClick={confirm}
            >
              {confirmLabel}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** The browser shows any run of spaces and line breaks as one space, so that is what can be typed. */
function asSeen(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}
