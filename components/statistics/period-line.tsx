import { daySpan } from '@/components/charts/day-words'
import { formatInstant } from '@/components/ui/clock-format'
import { useTimeZone } from '@/components/ui/time-zone'
import type { StatisticsReport } from '@/lib/operations/statistics-report'

/** Which days these are, where they begin, and how old the numbers are. */
export function PeriodLine({ report }: { report: StatisticsReport }) {
  const { previous, timeZone, updatedAt } = report
  const viewerZone = useTimeZone()
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-faded text-sm">
      <span className="font-medium text-ink">{daySpan(report)}</span>
      <span>{previous ? `Compared with ${daySpan(previous)}` : 'No earlier data to compare with'}</span>
      <span>Days begin at midnight in {timeZone}</span>
      <span className="sm:ml-auto">
        Updated{' '}
        <time dateTime={updatedAt.toISOString()}>
          {formatInstant(updatedAt, viewerZone, 'minute').slice(-5)}
        </time>
      </span>
    </p>
  )
}
