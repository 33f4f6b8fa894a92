import { cn } from './cn'

/** A block in the shape of what comes. It shows after 300 ms; put it in a parent with `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('skeleton block h-4 rounded-sm bg-ink/9', className)} />
}

/** Said once for all the blocks of a place. */
export function LoadingLabel({ children = 'Loading' }: { children?: string }) {
  return (
    <span role="status" className="sr-only">
      {children}…
    </span>
  )
}
