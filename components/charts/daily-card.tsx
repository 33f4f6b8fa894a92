'use client'

import dynamic from 'next/dynamic'
import type { Statistics } from '@/lib/operations/statistics'
import { rateTicks } from './axis'
import { ChartCard } from './chart-card'
import { ChartLoading } from './chart-loading'
import { countFinished } from './count-finished'
import { DailyLegend } from './daily-legend'
import { DailyTable } from './daily-table'
import { NothingCounted } from './nothing-counted'

const DailyChart = dynamic(() => import('./daily-chart'), {
  ssr: false,
  loading: () => <ChartLoading size="high" />,
})

export type DailyCounts = Pick<
  Statistics['daily'][number],
  'date' | 'delivered' | 'failed' | 'cancelled' | 'successRate'
>

type Props = { title: string; description?: string; days: readonly DailyCounts[]; fileName: string }

/** What became of the deliveries of each day, oldest first; the last one is today. */
export function DailyCard({ title, description, days, fileName }: Props) {
  const today = days.at(-1)?.date ?? ''
  const ticks = rateTicks(days.map(({ successRate }) => successRate))
  const axisFrom = Math.round((ticks[0] ?? 0) * 100)
  const hasRates = days.some(({ successRate }) => successRate !== null)
  const isEmpty = days.every((day) => countFinished(day) === 0)
  return (
    <ChartCard
      title={title}
      description={description}
      empty={isEmpty ? <NothingCounted title="No delivery ended in these days" /> : undefined}
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
            <DailyChart days={days} today={today} rateTicks={ticks} />
          </div>
        </div>
      }
      table={<DailyTable days={days} today={today} />}
      csv={{
        head: ['date', 'delivered', 'failed', 'cancelled', 'success_rate'],
        rows: days.map((day) => [day.date, day.delivered, day.failed, day.cancelled, day.successRate]),
      }}
      fileName={fileName}
    />
  )
}
