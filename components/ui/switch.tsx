'use client'

import type { ComponentProps, ReactNode } from 'react'
import { choiceLine } from './choice-box'
import { cn } from './cn'

type Props = Omit<ComponentProps<'input'>, 'type' | 'role' | 'checked'> & {
  checked: boolean
  label: ReactNode
  hint?: ReactNode
}

/** For what takes effect at once. A choice that is saved later is a Checkbox. */
export function Switch({ label, hint, className, checked, ...rest }: Props) {
  return (
    <label className={cn(choiceLine, className)}>
      <span className="relative mt-px inline-flex h-5 w-9 shrink-0">
        <input
          {...rest}
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          className="peer size-full appearance-none rounded-full border border-edge bg-inset transition-colors checked:border-brass-ink checked:bg-brass disabled:cursor-not-allowed disabled:border-rule forced-colors:appearance-auto"
        />
        <span className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-faded transition-transform peer-checked:translate-x-4 peer-checked:bg-on-brass forced-colors:hidden" />
      </span>
      <span className="min-w-0 wrap-anywhere">
        {label}
        {hint ? <span className="block text-faded text-sm">{hint}</span> : null}
      </span>
    </label>
  )
}
