import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'

/** In the shape of tiles, chart and two cards. */
export function StatisticsSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-6">
      <LoadingLabel />
      <Skeleton className="h-5 w-72 max-w-full" />
      <Skeleton className="h-64 rounded-lg" />
      <Skeleton className="h-96 rounded-lg" />
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-80 rounded-lg" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </div>
  )
}
