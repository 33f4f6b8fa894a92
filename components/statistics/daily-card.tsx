'use client'

import dynamic from 'next/dynamic'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { rateTicks } from './axis'
import { ChartCard } from './chart-card'
import { ChartLoading } from './chart-loading'
import { countFinished } from './count-finished'
import { DailyLegend } from './daily-legend'
import { DailyTable } from './daily-table'
import { csvFileName } from './download-csv'
import { NothingCounted } from './nothing-counted'

const DailyChart = dynamic(() => import('./daily-chart'), {
  ssr: false,
  loading: () => <ChartLoading size="high" />,
})

export function DailyCard({ report, storeSlug }: { report: StatisticsReport; storeSlug: string }) {
  const { daily, to: today, deliveries } = report
  const ticks = rateTicks(daily.map(({ successRate }) => successRate))
  const axisFrom = Math.round((ticks[0] ?? 0) * 100)
  const hasRates = deliveries.successRate !== null
  return (
    <ChartCard
      title="Deliveries per day"
      empty={
        countFinished(deliveries) === 0 ? (
          <NothingCounted title="No delivery ended in these days" />
        ) : undefined
      }
      chart={
        <div className="flex flex-col gap-3">
          <DailyLegend />
          <div>
            <div className="mb-1 flex justify-between gap-4 text-faded text-xs">
              <span>Deliveries</span>
              {hasRates ? (
                <span className="text-right">
                  Success rate{axisFrom > 0 ? `; this axis begins at ${axisFrom} %` : ''}
                </span>
              ) : null}
            </div>
            <DailyChart days={daily} today={today} rateTicks={ticks} />
          </div>
        </div>
      }
      table={<DailyTable days={daily} today={today} />}
      csv={{
        head: ['date', 'delivered', 'failed', 'cancelled', 'success_rate'],
        rows: daily.map((day) => [day.date, day.delivered, day.failed, day.cancelled, day.successRate]),
      }}
      fileName={csvFileName(storeSlug, report, 'daily')}
    />
  )
}
