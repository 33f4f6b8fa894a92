import type { ReactNode } from 'react'
import { cn } from './cn'

export function KeyValueList({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={cn('divide-y divide-rule', className)}>{children}</dl>
}

export function KeyValue({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2 first:pt-0 last:pb-0 sm:grid-cols-[minmax(7rem,11rem)_1fr]">
      <dt className="text-faded text-sm">{label}</dt>
      <dd className="min-w-0 wrap-anywhere [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center">{children}</dd>
    </div>
  )
}
