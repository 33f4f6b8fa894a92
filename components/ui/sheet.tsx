'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { XIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'
import { backdropClass } from './overlay-class'

type Props = {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  footer?: ReactNode
  side?: 'left' | 'right'
  /** `md` for filters and navigation, `lg` for a record beside its list. */
  size?: 'md' | 'lg'
  children: ReactNode
}

const sides = {
  left: 'left-0 border-r data-starting-style:-translate-x-8 data-ending-style:-translate-x-8',
  right: 'right-0 border-l data-starting-style:translate-x-8 data-ending-style:translate-x-8',
}

/** A drawer from the side, over the page; the page behind it waits. */
export function Sheet(props: Props) {
  const {
    trigger,
    open,
    onOpenChange,
    title,
    description,
    footer,
    side = 'right',
    size = 'md',
    children,
  } = props
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup
          className={cn(
            'fixed inset-y-0 z-40 flex w-[calc(100vw-2.5rem)] flex-col border-rule bg-surface text-ink shadow-lift transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0',
            size === 'lg' ? 'max-w-3xl' : 'max-w-sm',
            sides[side],
          )}
        >
          <header className="flex items-start justify-between gap-4 border-rule border-b py-3 pr-3 pl-5">
            <div className="min-w-0 pt-1">
              <Base.Title className="font-semibold text-lg wrap-anywhere">{title}</Base.Title>
              {description ? (
                <Base.Description className="text-faded text-sm">{description}</Base.Description>
              ) : null}
            </div>
            <Base.Close
              render={
                <IconButton label="Close" size="sm">
                  <XIcon />
                </IconButton>
              }
            />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-rule border-t px-5 py-3">
              {footer}
            </footer>
          ) : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
