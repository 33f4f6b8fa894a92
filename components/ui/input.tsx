'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'

type Props = ComponentProps<'input'> & {
  /** For addresses, ids, secrets: set in the monospaced face. */
  mono?: boolean
}

export function Input({ mono, className, ...rest }: Props) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      className={cn('control h-8.5 w-full min-w-0 px-2.5 text-base', mono && 'font-mono text-sm', className)}
    />
  )
}
