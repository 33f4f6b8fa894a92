import { ChartColumnIcon } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { formatDay } from '@/components/ui/clock-format'
import { EmptyState } from '@/components/ui/empty-state'
import type { StatisticsReport } from '@/lib/operations/statistics-report'

type Props = {
  report: StatisticsReport
  /** What is chosen, in words; empty where nothing is. */
  filters: readonly string[]
  onClear: () => void
}

/** Before the first delivery, or for days and filters without one. */
export function NoStatistics({ report, filters, onClear }: Props) {
  const { from, recordedSince, daily, endpointId } = report
  if (recordedSince === null && filters.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={ChartColumnIcon}
          title="No statistics yet"
          action={
            endpointId === null ? (
              <Button render={<Link href="/settings/webhooks" />}>Go to webhooks</Button>
            ) : undefined
          }
        >
          Once events are sent to {endpointId === null ? 'a webhook endpoint' : 'this webhook endpoint'},
          their numbers are here. Test sends do not count.
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card>
      <EmptyState
        icon={ChartColumnIcon}
        title={`No deliveries in these ${daily.length} days`}
        action={filters.length > 0 ? <Button onClick={onClear}>Clear filters</Button> : undefined}
      >
        {filters.length > 0 ? <p className="wrap-anywhere">Filtered by {filters.join(' and ')}.</p> : null}
        {recordedSince !== null && recordedSince < from ? (
          <p>The first on record is of {formatDay(recordedSince)}. A longer period may show more.</p>
        ) : null}
      </EmptyState>
    </Card>
  )
}
