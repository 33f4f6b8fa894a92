'use client'

import type { ReactNode } from 'react'
import { countFinished } from '@/components/charts/count-finished'
import { DailyCard } from '@/components/charts/daily-card'
import { daySpan } from '@/components/charts/day-words'
import { MarkPatterns } from '@/components/charts/marks'
import { RefreshProblem } from '@/components/shell/refresh-problem'
import { cn } from '@/components/ui/cn'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { csvFileName } from './csv-file-name'
import { ErrorCard } from './error-card'
import { HowCounted } from './how-counted'
import { NoStatistics } from './no-statistics'
import { PeriodLine } from './period-line'
import { ResponseTimeCard } from './response-time-card'
import { SummaryTiles } from './summary-tiles'

type Props = {
  report: StatisticsReport
  storeSlug: string
  /** Another report is on its way. */
  isBusy: boolean
  /** Why a later one could not be had. */
  failure: { message: string; requestId: string | undefined } | null
  onRetry: () => void
  isRetrying: boolean
  /** The chosen endpoint and event type, in words. */
  filters: readonly string[]
  onClear: () => void
  /** The comparison of the endpoints. */
  children: ReactNode
}

export function Report(props: Props) {
  const { report, storeSlug, isBusy, failure, onRetry, isRetrying, filters, onClear, children } = props
  const { deliveries, attempts } = report
  const isEmpty = countFinished(deliveries) + deliveries.pending + attempts.total === 0
  return (
    <>
      <div role="status" className="sr-only">
        {isBusy ? 'Loading the statistics' : `Statistics of ${daySpan(report)}`}
      </div>
      <RefreshProblem
        title="These numbers could not be refreshed"
        error={failure}
        retrying={isRetrying}
        onRetry={onRetry}
      />
      <div
        aria-busy={isBusy}
        className={cn('flex flex-col gap-6 transition-opacity', isBusy && 'opacity-60')}
      >
        <PeriodLine report={report} />
        {isEmpty ? (
          <NoStatistics report={report} filters={filters} onClear={onClear} />
        ) : (
          <>
            <div className="flex flex-col gap-3">
              <SummaryTiles report={report} />
              <HowCounted report={report} />
            </div>
            <MarkPatterns />
            <DailyCard
              title="Deliveries per day"
              days={report.daily}
              fileName={csvFileName(storeSlug, report, 'daily')}
            />
            <div className="grid gap-6 lg:grid-cols-2">
              <ErrorCard report={report} storeSlug={storeSlug} />
              <ResponseTimeCard report={report} storeSlug={storeSlug} />
            </div>
          </>
        )}
      </div>
      {isEmpty ? null : children}
    </>
  )
}
