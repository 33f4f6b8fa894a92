import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Tone, toneWash } from './tone'

/** A short word or a count beside a thing. A state is a StatusBadge. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs',
        toneWash[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
