import { Card } from './card'
import { Skeleton } from './skeleton'

/** The card of a list that is loading, with as many rows as it may turn out to have. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <Card flush>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className="flex items-center gap-6 border-rule border-b px-5 py-3 last:border-b-0">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-40" />
            <Skeleton className="h-3 w-28" />
          </div>
          <Skeleton className="w-20 max-sm:hidden" />
          <Skeleton className="w-24 max-sm:hidden" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </Card>
  )
}
