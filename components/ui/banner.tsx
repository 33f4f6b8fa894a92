import { CircleAlertIcon, CircleCheckIcon, InfoIcon, TriangleAlertIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const looks = {
  info: { Icon: InfoIcon, mark: 'text-progress', box: 'bg-progress-wash border-progress/30' },
  success: { Icon: CircleCheckIcon, mark: 'text-success', box: 'bg-success-wash border-success/30' },
  warning: { Icon: TriangleAlertIcon, mark: 'text-warning', box: 'bg-warning-wash border-warning/30' },
  danger: { Icon: CircleAlertIcon, mark: 'text-danger', box: 'bg-danger-wash border-danger/30' },
} as const

type Props = {
  tone: keyof typeof looks
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** `status` or `alert` for one that appears while the page is open. */
  role?: 'status' | 'alert'
  className?: string
}

export function Banner({ tone, title, children, actions, role, className }: Props) {
  const { Icon, mark, box } = looks[tone]
  return (
    <div
      role={role}
      className={cn('flex flex-wrap gap-x-6 gap-y-3 rounded-md border px-4 py-3', box, className)}
    >
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <Icon aria-hidden className={cn('mt-0.75 size-4 shrink-0', mark)} />
        <div className="min-w-0 wrap-anywhere">
          <p className="font-medium">{title}</p>
          {children ? <div className="mt-0.5 text-sm">{children}</div> : null}
        </div>
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 max-sm:pl-7">{actions}</div> : null}
    </div>
  )
}
