import { ChevronRightIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type Props = { summary: ReactNode; defaultOpen?: boolean; className?: string; children: ReactNode }

/** Opens without script, and by the browser's own search in the page. */
export function Disclosure({ summary, defaultOpen, className, children }: Props) {
  return (
    <details open={defaultOpen} className={cn('group', className)}>
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
