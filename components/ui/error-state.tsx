'use client'

import { CloudAlertIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'

type Props = {
  title?: ReactNode
  /** What failed and what was not lost. */
  children?: ReactNode
  onRetry?: () => void
  retrying?: boolean
  /** What support needs to find it in the server's log. */
  requestId?: string
  className?: string
}

/** In the place of what could not be shown. */
export function ErrorState(props: Props) {
  const { title = 'This could not be loaded', children, onRetry, retrying, requestId, className } = props
  return (
    <div role="alert" className={cn('flex flex-col items-center gap-1.5 px-6 py-10 text-center', className)}>
      <CloudAlertIcon aria-hidden strokeWidth={1.5} className="mb-2 size-8 text-danger" />
      <p className="font-semibold text-lg">{title}</p>
      {children ? <div className="max-w-md text-balance text-faded">{children}</div> : null}
      {onRetry ? (
        <Button className="mt-4" onClick={onRetry} pending={retrying}>
          Retry
        </Button>
      ) : null}
      {requestId ? (
        <p className="mt-3 text-faded text-sm">
          Request <code className="select-all font-mono text-xs wrap-anywhere">{requestId}</code>
        </p>
      ) : null}
    </div>
  )
}
