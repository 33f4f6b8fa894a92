'use client'

import { DownloadIcon } from 'lucide-react'
import { countFinished } from '@/components/charts/count-finished'
import { downloadCsv } from '@/components/charts/download-csv'
import { ScreenError } from '@/components/shell/screen-query'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { LoadingLabel, Skeleton } from '@/components/ui/skeleton'
import { toPublicId } from '@/lib/ids'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { csvFileName } from './csv-file-name'
import { EndpointTable } from './endpoint-table'
import type { Question } from './statistics-filter'
import { type FirstStatistics, useByEndpoint } from './use-statistics'

type Props = {
  question: Question
  first: FirstStatistics | null
  /** For the file's name. */
  report: StatisticsReport
  storeSlug: string
}

/** Asked for apart from the rest, so that each can be shown without the other. */
export function EndpointCard({ question, first, report, storeSlug }: Props) {
  const { data: rows, error, refetch, isFetching, isPlaceholderData } = useByEndpoint(question, first)

  function download() {
    const all = (rows ?? []).reduce((sum, row) => sum + countFinished(row), 0)
    const lines = (rows ?? []).map((row) => [
      toPublicId('we', row.endpointId),
      row.name,
      row.isDeleted,
      countFinished(row),
      all === 0 ? null : countFinished(row) / all,
      row.delivered,
      row.failed,
      row.cancelled,
      row.successRate,
      row.p95,
      row.mostFrequentError?.error ?? null,
      row.mostFrequentError?.httpStatus ?? null,
      row.mostFrequentError?.count ?? null,
    ])
    downloadCsv(csvFileName(storeSlug, report, 'endpoints'), { head, rows: lines })
  }

  return (
    <Card
      title="By endpoint"
      flush
      actions={
        rows ? (
          <Button size="sm" onClick={download}>
            <DownloadIcon aria-hidden /> CSV <span className="sr-only">By endpoint</span>
          </Button>
        ) : null
      }
    >
      {rows ? (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-60' : undefined}>
          <EndpointTable rows={rows} days={question.days} />
        </div>
      ) : error ? (
        <ErrorState
          title="The endpoints could not be compared"
          onRetry={() => refetch()}
          retrying={isFetching}
          requestId={error instanceof ScreenError ? error.requestId : undefined}
        >
          {error.message}
        </ErrorState>
      ) : (
        <div aria-busy className="flex flex-col gap-3 p-5">
          <LoadingLabel />
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </div>
      )}
    </Card>
  )
}

const head = [
  'endpoint_id',
  'endpoint',
  'deleted',
  'deliveries',
  'share',
  'delivered',
  'failed',
  'cancelled',
  'success_rate',
  'p95_ms',
  'most_frequent_error',
  'http_status',
  'count',
]
