'use client'

import { ChartColumnIcon, DownloadIcon, TableIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CardBoundary } from './card-boundary'
import { type CsvTable, downloadCsv } from './download-csv'

type Props = {
  title: string
  description?: string | undefined
  /** Above chart and table: the numbers of all days together. */
  total?: ReactNode
  chart: ReactNode
  /** The same numbers as a table, flush with the edges of the card. */
  table: ReactNode
  csv: CsvTable
  fileName: string
  /** In the place of chart, table and file: why there are none. */
  empty?: ReactNode
}

/** A chart that can also be had as a table and as a file. */
export function ChartCard({ title, description, total, chart, table, csv, fileName, empty }: Props) {
  const [isTable, setIsTable] = useState(false)
  if (empty) {
    return (
      <Card title={title} description={description}>
        {empty}
      </Card>
    )
  }
  const Icon = isTable ? ChartColumnIcon : TableIcon
  return (
    <Card
      title={title}
      description={description}
      flush
      actions={
        <>
          {/* One button for both ways, so that it keeps the focus. */}
          <Button size="sm" onClick={() => setIsTable(!isTable)}>
            <Icon aria-hidden /> {isTable ? 'View as chart' : 'View as table'}{' '}
            <span className="sr-only">{title}</span>
          </Button>
          <Button size="sm" onClick={() => downloadCsv(fileName, csv)}>
            <DownloadIcon aria-hidden /> CSV <span className="sr-only">{title}</span>
          </Button>
        </>
      }
    >
      {total ? <div className="border-rule border-b px-5 py-4 max-sm:px-4">{total}</div> : null}
      {isTable ? (
        table
      ) : (
        <CardBoundary table={table}>
          <div className="px-5 py-4 max-sm:px-4">{chart}</div>
        </CardBoundary>
      )}
    </Card>
  )
}
