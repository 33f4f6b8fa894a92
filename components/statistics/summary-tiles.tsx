import { countFinished } from '@/components/charts/count-finished'
import { formatCount, formatDuration, formatRate } from '@/components/ui/number-format'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { countChange, durationChange, rateChange } from './change'
import { Tile } from './tile'

export function SummaryTiles({ report }: { report: StatisticsReport }) {
  const { deliveries, firstAttemptSuccessRate, responseTimeMs, previous } = report
  const before = previous?.deliveries
  return (
    <section aria-label="Summary" className="overflow-hidden rounded-lg border border-rule bg-rule">
      <dl className="grid grid-cols-2 gap-px lg:grid-cols-3">
        <Tile
          label="Deliveries"
          value={formatCount(countFinished(deliveries))}
          change={before ? countChange(countFinished(deliveries), countFinished(before)) : null}
        >
          Delivered, failed or cancelled in these days.
        </Tile>
        <Tile
          label="Success rate"
          value={formatRate(deliveries.successRate)}
          change={before ? rateChange(deliveries.successRate, before.successRate) : null}
        >
          Delivered, of delivered and failed.
        </Tile>
        <Tile
          label="First-attempt success"
          value={formatRate(firstAttemptSuccessRate)}
          change={previous && rateChange(firstAttemptSuccessRate, previous.firstAttemptSuccessRate)}
        >
          Delivered without a retry, of delivered and failed.
        </Tile>
        <Tile
          label="Response time, p95"
          value={formatDuration(responseTimeMs.p95)}
          change={previous && durationChange(responseTimeMs.p95, previous.responseTimeMs.p95)}
        >
          95 of 100 requests took no longer.
        </Tile>
        <Tile label="Pending now" value={formatCount(deliveries.pending)}>
          Waiting for their first attempt or a retry.
        </Tile>
        <Tile label="Recovered by resend" value={formatCount(deliveries.recovered)}>
          Delivered by a resend after all. The rates still count them as failed or cancelled.
        </Tile>
      </dl>
    </section>
  )
}
