'use client'

import { ChevronDownIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'

/** The platform's own list: works without script, with a phone's wheel and inside any form. Children: `<option>`s. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex w-full min-w-0', className)}>
      <select
        {...useFieldControl()}
        {...rest}
        className="control h-8.5 w-full min-w-0 appearance-none text-ellipsis pr-8 pl-2.5 text-base [&>*]:bg-surface [&>*]:text-ink"
      >
        {children}
      </select>
      <ChevronDownIcon
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-faded"
      />
    </span>
  )
}
