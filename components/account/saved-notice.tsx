import { CircleCheckIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

/** Beside a form's button: says that it is done, and is there before, so that it is read out. */
export function SavedNotice({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <p role="status" className={cn('text-sm', className)}>
      {children ? (
        <span className="flex items-start gap-1.5 text-success">
          <CircleCheckIcon aria-hidden className="mt-0.5 size-4 shrink-0" />
          {children}
        </span>
      ) : null}
    </p>
  )
}
