'use client'

import dynamic from 'next/dynamic'
import { ChartCard } from '@/components/charts/chart-card'
import { ChartLoading } from '@/components/charts/chart-loading'
import { weekdayAndDay } from '@/components/charts/day-words'
import { NothingCounted } from '@/components/charts/nothing-counted'
import { TallTable } from '@/components/charts/tall-table'
import { formatDuration } from '@/components/ui/number-format'
import { Cell, HeadCell, RowHeader, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { csvFileName } from './csv-file-name'

const ResponseTimeChart = dynamic(() => import('./response-time-chart'), {
  ssr: false,
  loading: () => <ChartLoading size="low" />,
})

export function ResponseTimeCard({ report, storeSlug }: { report: StatisticsReport; storeSlug: string }) {
  const { daily, to: today, responseTimeMs } = report
  return (
    <ChartCard
      title="Response times"
      empty={
        responseTimeMs.p95 === null ? <NothingCounted title="No request was sent in these days" /> : undefined
      }
      total={
        <div className="flex flex-col gap-4">
          <p className="text-faded text-sm">
            Half of the requests took at most p50, 95 of 100 at most p95, 99 of 100 at most p99. Retries and
            resends are among them.
          </p>
          <dl className="grid grid-cols-3 gap-3">
            <Percentile name="p50" value={responseTimeMs.p50} />
            <Percentile name="p95" value={responseTimeMs.p95} />
            <Percentile name="p99" value={responseTimeMs.p99} />
          </dl>
        </div>
      }
      chart={
        <div>
          <p className="mb-1 text-faded text-xs">p95 per day</p>
          <ResponseTimeChart days={daily} today={today} />
        </div>
      }
      table={
        <TallTable caption="95th percentile of the response time per day">
          <TableHead>
            <TableRow>
              <HeadCell>Day</HeadCell>
              <HeadCell numeric>p95</HeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {daily.toReversed().map(({ date, p95 }) => (
              <TableRow key={date}>
                <RowHeader>
                  {weekdayAndDay(date)}
                  {date === today ? <span className="text-faded"> so far</span> : null}
                </RowHeader>
                <Cell label="p95" numeric>
                  {formatDuration(p95)}
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </TallTable>
      }
      csv={{ head: ['date', 'p95_ms'], rows: daily.map(({ date, p95 }) => [date, p95]) }}
      fileName={csvFileName(storeSlug, report, 'response-times')}
    />
  )
}

function Percentile({ name, value }: { name: string; value: number | null }) {
  return (
    <div>
      <dt className="text-faded text-sm">{name}</dt>
      <dd className="whitespace-nowrap font-semibold text-lg">{formatDuration(value)}</dd>
    </div>
  )
}
