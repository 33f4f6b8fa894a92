import { StatisticsSkeleton } from '@/components/statistics/statistics-skeleton'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <>
      <PageHeader title="Statistics" description="How the deliveries of this store fared, day by day." />
      <Skeleton className="h-15 w-2xl max-w-full" />
      <StatisticsSkeleton />
    </>
  )
}
