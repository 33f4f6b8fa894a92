'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldControl } from './field-context'

type Props = ComponentProps<'textarea'> & { mono?: boolean }

export function Textarea({ mono, className, rows = 3, ...rest }: Props) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      {...rest}
      className={cn('control w-full min-w-0 px-2.5 py-1.5 text-base', mono && 'font-mono text-sm', className)}
    />
  )
}
