'use client'

import { CircleCheckIcon } from 'lucide-react'
import { ChartCard } from '@/components/charts/chart-card'
import { formatDay } from '@/components/ui/clock-format'
import { EmptyState } from '@/components/ui/empty-state'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { csvFileName } from './csv-file-name'
import { ErrorBars } from './error-bars'
import { ErrorTable } from './error-table'
import { firstLoggedDay } from './failed-log-link'

export function ErrorCard({ report, storeSlug }: { report: StatisticsReport; storeSlug: string }) {
  const { errors, from } = report
  const total = errors.reduce((sum, { count }) => sum + count, 0)
  const logged = firstLoggedDay(report)
  return (
    <ChartCard
      title="Errors"
      empty={
        total === 0 ? (
          <EmptyState
            level={3}
            tone="good"
            icon={CircleCheckIcon}
            title="No delivery failed in these days"
            className="py-8"
          />
        ) : undefined
      }
      chart={
        <>
          <p className="mb-3 text-faded text-sm">Failed deliveries by the error of their last attempt</p>
          <ErrorBars report={report} />
          <p className="mt-4 text-faded text-xs">
            {logged > from
              ? `The log no longer has what is older than ${formatDay(logged)}: links begin there. It `
              : 'The log '}
            goes by when a delivery was made, and shows what a resend has since delivered as delivered.
          </p>
        </>
      }
      table={<ErrorTable report={report} />}
      csv={{
        head: ['error', 'http_status', 'failed', 'share'],
        rows: errors.map(({ error, httpStatus, count }) => [error, httpStatus, count, count / total]),
      }}
      fileName={csvFileName(storeSlug, report, 'errors')}
    />
  )
}
