import type { OverviewView } from '@/components/endpoints/page/overview-query'
import { formatDay } from '@/components/ui/clock-format'
import { formatCount } from '@/components/ui/number-format'
import { Cell, HeadCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { weekSeries } from './week-series'

export function WeekTable({ days }: { days: OverviewView['days'] }) {
  return (
    <Table caption="Deliveries of the last 7 days, by what became of them">
      <TableHead>
        <TableRow>
          <HeadCell>Day</HeadCell>
          {weekSeries.map(({ key, label }) => (
            <HeadCell key={key} numeric>
              {label}
            </HeadCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {days.map((day) => (
          <TableRow key={day.date}>
            <RowHeader>
              <time dateTime={day.date}>{formatDay(day.date)}</time>
            </RowHeader>
            {weekSeries.map(({ key, label }) => (
              <Cell key={key} label={label} numeric>
                {formatCount(day[key])}
              </Cell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
