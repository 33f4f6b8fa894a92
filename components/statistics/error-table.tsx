import Link from 'next/link'
import { TallTable } from '@/components/charts/tall-table'
import { linkClass } from '@/components/ui/link-class'
import { formatCount, formatRate } from '@/components/ui/number-format'
import { Cell, HeadCell, RowHeader, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { StatisticsReport } from '@/lib/operations/statistics-report'
import { errorWords } from './error-words'
import { failedLogLink } from './failed-log-link'

export function ErrorTable({ report }: { report: StatisticsReport }) {
  const total = report.errors.reduce((sum, { count }) => sum + count, 0)
  return (
    <TallTable caption="Failed deliveries by their last error">
      <TableHead>
        <TableRow>
          <HeadCell>Error</HeadCell>
          <HeadCell numeric>HTTP status</HeadCell>
          <HeadCell numeric>Failed</HeadCell>
          <HeadCell numeric>Share</HeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {report.errors.map((each) => (
          <TableRow key={errorWords(each)}>
            <RowHeader>
              <Link href={failedLogLink(report, each)} className={linkClass}>
                {errorWords(each)}
              </Link>
            </RowHeader>
            <Cell label="HTTP status" numeric>
              {each.httpStatus ?? '—'}
            </Cell>
            <Cell label="Failed" numeric>
              {formatCount(each.count)}
            </Cell>
            <Cell label="Share" numeric>
              {formatRate(each.count / total)}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </TallTable>
  )
}
