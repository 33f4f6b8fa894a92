import { ChevronRightIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type Props = {
  summary: ReactNode
  defaultOpen?: boolean
  /** With both of these, whoever renders it opens it. */
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
  children: ReactNode
}

/** Opens without script, and by the browser's own search in the page. */
export function Disclosure(props: Props) {
  const { summary, defaultOpen, open, onOpenChange, className, children } = props
  return (
    <details
      open={open ?? defaultOpen}
      onToggle={onOpenChange && ((event) => onOpenChange(event.currentTarget.open))}
      className={cn('group', className)}
    >
      <summary className="flex min-h-8 pointer-coarse:min-h-11 w-fit list-none items-center gap-1.5 rounded-sm font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon
          aria-hidden
          className="size-4 text-faded transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-3 pl-5.5">{children}</div>
    </details>
  )
}
