import { Card } from '@/components/ui/card'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

const rows = Array.from({ length: 12 }, (_, index) => `row ${index}`)

/** Rows that are to come. */
export function LogRowsSkeleton() {
  return (
    <ul className="divide-y divide-rule">
      {rows.map((row) => (
        <li
          key={row}
          className="flex h-11 items-center gap-4 px-5 max-sm:h-40 max-sm:flex-col max-sm:items-start max-sm:py-3"
        >
          <Skeleton className="w-44 max-w-full" />
          <Skeleton className="w-20" />
          <Skeleton className="w-32 max-w-full" />
          <Skeleton className="ml-auto w-28 max-sm:ml-0" />
        </li>
      ))}
    </ul>
  )
}

/** The log before it is there: filters, rows. */
export function LogSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <LoadingLabel>Loading deliveries</LoadingLabel>
      <Skeleton className="h-8.5 w-full max-w-lg" />
      <Skeleton className="h-8.5 w-full" />
      <Card flush>
        <div className="flex h-12 items-center border-rule border-b px-5">
          <Skeleton className="w-48" />
        </div>
        <LogRowsSkeleton />
      </Card>
    </div>
  )
}
