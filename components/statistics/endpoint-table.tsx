'use client'

import { WebhookIcon } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { countFinished } from '@/components/charts/count-finished'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { linkClass } from '@/components/ui/link-class'
import { formatCount, formatDuration, formatRate } from '@/components/ui/number-format'
import { Cell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { toPublicId } from '@/lib/ids'
import type { EndpointStatistics } from '@/lib/operations/endpoint-statistics'
import { nextSort, readSort, type SortColumn, sortEndpoints } from './endpoint-sort'
import { errorWords } from './error-words'
import { SortHead } from './sort-head'

type Props = { rows: readonly EndpointStatistics[]; days: number }

/** The store's endpoints side by side. How they are sorted is in the address. */
export function EndpointTable({ rows, days }: Props) {
  const params = useSearchParams()
  const sort = readSort(params.get('sort'))
  const all = rows.reduce((sum, row) => sum + countFinished(row), 0)
  if (rows.length === 0) {
    return <EmptyState level={3} icon={WebhookIcon} title="This store has no endpoints" className="py-8" />
  }

  function sortBy(column: SortColumn) {
    const next = new URLSearchParams(window.location.search)
    next.set('sort', nextSort(sort, column))
    window.history.replaceState(null, '', `?${next}`)
  }

  const heads: [column: SortColumn, label: string, numeric: boolean][] = [
    ['name', 'Endpoint', false],
    ['deliveries', 'Deliveries', true],
    ['delivered', 'Delivered', true],
    ['failed', 'Failed', true],
    ['rate', 'Success rate', true],
    ['p95', 'p95', true],
    ['error', 'Most frequent error', false],
  ]
  return (
    <Table caption="Endpoints and how their deliveries fared">
      <TableHead>
        <TableRow className="in-[thead]:max-sm:flex-wrap in-[thead]:max-sm:gap-y-1">
          {heads.map(([column, label, numeric]) => (
            <SortHead
              key={column}
              label={label}
              numeric={numeric}
              sorted={sort.column === column ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
              onSort={() => sortBy(column)}
            />
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {sortEndpoints(rows, sort).map((row) => (
          <TableRow key={row.endpointId}>
            <RowHeader className="min-w-40 max-w-72">
              <EndpointLink row={row} days={days} />
            </RowHeader>
            <Cell label="Deliveries" numeric>
              {/* One element: on a card the line would pull two apart. */}
              <span>
                {formatCount(countFinished(row))}{' '}
                <span className="ml-1 inline-block min-w-14 text-faded">
                  {formatRate(all === 0 ? null : countFinished(row) / all)}
                </span>
              </span>
            </Cell>
            <Cell label="Delivered" numeric>
              {formatCount(row.delivered)}
            </Cell>
            <Cell label="Failed" numeric>
              {formatCount(row.failed)}
            </Cell>
            <Cell label="Success rate" numeric>
              {formatRate(row.successRate)}
            </Cell>
            <Cell label="p95" numeric>
              {formatDuration(row.p95)}
            </Cell>
            <Cell label="Most frequent error">{worst(row)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

/** A deleted endpoint has no pages any more: its statistics are this screen's, filtered. */
function EndpointLink({
  row: { endpointId, name, isDeleted },
  days,
}: {
  row: EndpointStatistics
  days: number
}) {
  const id = toPublicId('we', endpointId)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Link
        href={
          isDeleted
            ? `/statistics?days=${days}&endpoint=${id}`
            : `/settings/webhooks/${id}/statistics?days=${days}`
        }
        className={`${linkClass} wrap-anywhere`}
      >
        {name}
      </Link>
      {isDeleted ? <Badge tone="muted">Deleted</Badge> : null}
    </span>
  )
}

function worst({ mostFrequentError: error }: EndpointStatistics): string {
  return error === null ? '—' : `${errorWords(error)} (${formatCount(error.count)})`
}
