'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

type Props = {
  /** A few words. What must be known belongs on the page, not here. */
  content: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** One focusable element, which has a name of its own. */
  children: ReactElement
}

export function Tooltip({ content, side = 'top', children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="max-w-72 rounded-md border border-transparent bg-ink px-2 py-1 text-paper text-xs transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
