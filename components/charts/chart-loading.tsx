import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'
import { type ChartSize, chartHeight } from './chart-height'

/** Keeps the place of a chart while its code is on its way. */
export function ChartLoading({ size }: { size: ChartSize }) {
  return (
    <div aria-busy className={chartHeight[size]}>
      <LoadingLabel>Loading the chart</LoadingLabel>
      <Skeleton className="h-full" />
    </div>
  )
}
