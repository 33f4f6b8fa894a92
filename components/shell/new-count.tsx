import { cn } from '@/components/ui/cn'

// As many as the server counts.
const MOST = 100

/** How many are new, beside a word; nothing where none is. */
export function NewCount({ count, className }: { count: number; className?: string }) {
  if (count === 0) return null
  return (
    <span
      className={cn(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-sm bg-brass px-1.5 font-medium text-on-brass text-xs tabular-nums',
        className,
      )}
    >
      {count >= MOST ? `${MOST - 1}+` : count}
      <span className="sr-only"> new</span>
    </span>
  )
}
