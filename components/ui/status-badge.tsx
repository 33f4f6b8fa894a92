import {
  CircleCheckIcon,
  CircleDashedIcon,
  CircleIcon,
  CircleSlashIcon,
  CircleXIcon,
  type LucideIcon,
  TriangleAlertIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Tone, toneText, toneWash } from './tone'

const icons: Record<Tone, LucideIcon> = {
  success: CircleCheckIcon,
  danger: CircleXIcon,
  warning: TriangleAlertIcon,
  progress: CircleDashedIcon,
  neutral: CircleIcon,
  muted: CircleSlashIcon,
}

type Props = {
  tone: Tone
  children: ReactNode
  /** Another icon than the tone's own. */
  icon?: LucideIcon
  /** Words and icon alone, for rows of a table. */
  plain?: boolean
  className?: string
}

/** A state: never by colour alone. */
export function StatusBadge({ tone, children, icon, plain = false, className }: Props) {
  const Icon = icon ?? icons[tone]
  return (
    <span
      className={cn(
        'inline-flex items-baseline gap-1.5 whitespace-nowrap font-medium text-sm',
        plain ? toneText[tone] : cn('rounded-md border py-px pr-2 pl-1.5', toneWash[tone]),
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0 self-center" />
      {children}
    </span>
  )
}
