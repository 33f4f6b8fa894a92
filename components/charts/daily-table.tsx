import { statusLabels } from '@/components/deliveries/delivery-words'
import { formatCount, formatRate } from '@/components/ui/number-format'
import { Cell, HeadCell, RowHeader, TableBody, TableHead, TableRow } from '@/components/ui/table'
import type { DailyCounts } from './daily-card'
import { weekdayAndDay } from './day-words'
import { MARKS } from './marks'
import { TallTable } from './tall-table'

/** The newest day first. */
export function DailyTable({ days, today }: { days: readonly DailyCounts[]; today: string }) {
  return (
    <TallTable caption="Deliveries per day">
      <TableHead>
        <TableRow>
          <HeadCell>Day</HeadCell>
          {MARKS.map((mark) => (
            <HeadCell key={mark} numeric>
              {statusLabels[mark]}
            </HeadCell>
          ))}
          <HeadCell numeric>Success rate</HeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {days.toReversed().map((day) => (
          <TableRow key={day.date}>
            <RowHeader>
              {weekdayAndDay(day.date)}
              {day.date === today ? <span className="text-faded"> so far</span> : null}
            </RowHeader>
            {MARKS.map((mark) => (
              <Cell key={mark} label={statusLabels[mark]} numeric>
                {formatCount(day[mark])}
              </Cell>
            ))}
            <Cell label="Success rate" numeric>
              {formatRate(day.successRate)}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </TallTable>
  )
}
