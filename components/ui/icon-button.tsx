'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './cn'
import { Tooltip } from './tooltip'

type Props = Omit<ButtonProps, 'children' | 'aria-label'> & {
  /** Its name, read out and shown as a tooltip. */
  label: string
  children: ReactNode
}

export function IconButton({ label, children, className, variant = 'quiet', size = 'md', ...rest }: Props) {
  return (
    <Tooltip content={label}>
      <Button
        {...rest}
        variant={variant}
        size={size}
        aria-label={label}
        className={cn('px-0', size === 'sm' ? 'w-7' : size === 'lg' ? 'w-10' : 'w-8.5', className)}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
