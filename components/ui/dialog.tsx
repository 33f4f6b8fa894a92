'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { XIcon } from 'lucide-react'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'
import { backdropClass, dialogClass } from './overlay-class'

type Props = {
  /** The button that opens it. Without one, `open` does. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Neither Escape nor a click beside it does: it shows what is shown once. */
  onlyButtonsClose?: boolean
  title: ReactNode
  description?: ReactNode
  /** Buttons; wrap the one that closes in DialogClose. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg'
  children?: ReactNode
}

const PASSING: readonly string[] = ['escape-key', 'outside-press']
const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' }

export function Dialog({
  trigger,
  open,
  onOpenChange,
  onlyButtonsClose = false,
  title,
  description,
  footer,
  size = 'md',
  children,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (onlyButtonsClose && PASSING.includes(details.reason)) details.cancel()
        else onOpenChange?.(next)
      }}
    >
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup initialFocus={heading} className={cn(dialogClass, widths[size])}>
          <header className="border-rule border-b py-4 pr-14 pl-5">
            {/* The focus begins here, before what the dialog is about. */}
            <Base.Title ref={heading} tabIndex={-1} className="font-semibold text-lg wrap-anywhere">
              {title}
            </Base.Title>
            {description ? (
              <Base.Description className="text-faded text-sm">{description}</Base.Description>
            ) : null}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-rule border-t px-5 py-3">
              {footer}
            </footer>
          ) : null}
          <Base.Close
            render={
              <IconButton label="Close" size="sm" className="absolute top-3 right-3">
                <XIcon />
              </IconButton>
            }
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Around the one button that closes the Dialog or Sheet it is in. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />
}
