'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { OverviewView } from '@/components/endpoints/page/overview-query'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { weekSeries } from './week-series'
import { WeekTable } from './week-table'

type Props = { days: OverviewView['days']; timeZone: string }

// Drawn in the browser alone, and too large for the first load.
const WeekChart = dynamic(() => import('./week-chart').then((module) => module.WeekChart), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
})

/** Seven days of an endpoint as a chart, or as the table behind it. */
export function WeekCard({ days, timeZone }: Props) {
  const [asTable, setAsTable] = useState(false)
  const isEmpty = days.every((day) => weekSeries.every(({ key }) => day[key] === 0))
  return (
    <Card
      flush={asTable && !isEmpty}
      title="Last 7 days"
      description={`By the day on which a delivery became final, in ${timeZone}. Test events do not count.`}
      actions={
        isEmpty ? null : (
          <Button size="sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? 'View as chart' : 'View as table'}
          </Button>
        )
      }
    >
      {isEmpty ? (
        <p className="py-4 text-center text-faded">No delivery became final in these days.</p>
      ) : asTable ? (
        <WeekTable days={days} />
      ) : (
        <>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-3 text-sm">
            {weekSeries.map(({ key, label, color }) => (
              <li key={key} className="inline-flex items-center gap-2">
                <span aria-hidden className="size-2.5 rounded-sm" style={{ background: color }} />
                {label}
              </li>
            ))}
          </ul>
          <div className="h-52 overflow-x-clip">
            <WeekChart days={days} />
          </div>
        </>
      )}
    </Card>
  )
}
