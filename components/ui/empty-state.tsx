import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type Props = {
  icon: LucideIcon
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** `good`: nothing is here, and that is the news. */
  tone?: 'neutral' | 'good'
  level?: 2 | 3
  className?: string
}

/** For what is known to be empty: never while it loads or after it failed. */
export function EmptyState({ icon: Icon, title, children, action, tone, level = 2, className }: Props) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className={cn('flex flex-col items-center gap-1.5 px-6 py-12 text-center', className)}>
      <Icon
        aria-hidden
        strokeWidth={1.5}
        className={cn('mb-2 size-8', tone === 'good' ? 'text-success' : 'text-faded')}
      />
      <Title className="font-semibold text-lg">{title}</Title>
      {children ? <div className="max-w-md text-balance text-faded">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
