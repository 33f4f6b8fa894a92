import { StatisticsSkeleton } from '@/components/statistics/statistics-skeleton'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <>
      <Skeleton className="h-15 w-xl max-w-full" />
      <StatisticsSkeleton />
    </>
  )
}
