'use client'

import { usePlotArea, XAxis } from 'recharts'
import { formatDay } from '@/components/ui/clock-format'
import { labelledDays } from './axis'
import { axisText } from './chart-frame'

const LABEL_PX = 56

/** As many days as there is room for have their names; today is always among them. */
export function DayAxis({ dates }: { dates: readonly string[] }) {
  const room = Math.floor((usePlotArea()?.width ?? 0) / LABEL_PX)
  const today = dates.at(-1)
  return (
    <XAxis
      dataKey="date"
      scale="band"
      height={24}
      ticks={labelledDays(dates, room)}
      interval={0}
      tickFormatter={(date: string) => (date === today ? 'Today' : formatDay(date))}
      tick={axisText}
      tickLine={false}
      axisLine={{ stroke: 'var(--chart-axis)' }}
    />
  )
}
