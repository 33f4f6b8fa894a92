'use client'

import { WrapTextIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { cn } from './cn'
import { CopyButton } from './copy-button'
import { IconButton } from './icon-button'
import { ScrollRegion } from './scroll-region'

type Props = {
  /** Names the region: "Request body". */
  label: string
  /** Shown as text, whatever it holds. */
  code: string
  /** Copied instead of what is shown. */
  copyValue?: string
  /** Left of the buttons. */
  heading?: ReactNode
  defaultWrap?: boolean
  className?: string
}

export function CodeBlock({ label, code, copyValue, heading, defaultWrap = false, className }: Props) {
  const [wrap, setWrap] = useState(defaultWrap)
  return (
    <div className={cn('min-w-0 rounded-md border border-rule bg-inset', className)}>
      <div className="flex items-center justify-between gap-2 border-rule border-b py-1 pr-1 pl-3">
        <div className="min-w-0 truncate text-faded text-xs">{heading ?? label}</div>
        <div className="flex">
          <IconButton
            label="Wrap lines"
            size="sm"
            aria-pressed={wrap}
            className="aria-pressed:bg-brass-wash aria-pressed:text-brass-ink"
            onClick={() => setWrap(!wrap)}
          >
            <WrapTextIcon aria-hidden />
          </IconButton>
          <CopyButton
            value={copyValue ?? code}
            label={`Copy ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
            iconOnly
          />
        </div>
      </div>
      <ScrollRegion label={label} className="max-h-96 overflow-auto focus-visible:-outline-offset-2">
        <pre
          className={cn(
            'w-fit min-w-full px-3 py-2.5 font-mono text-xs leading-5',
            wrap && 'w-auto whitespace-pre-wrap wrap-anywhere',
          )}
        >
          <code>{code}</code>
        </pre>
      </ScrollRegion>
    </div>
  )
}
