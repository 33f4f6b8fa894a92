'use client'

import { CartesianGrid, Line, LineChart, ReferenceArea, Tooltip, YAxis } from 'recharts'
import { axisWidth, countTicks } from '@/components/charts/axis'
import { axisText, ChartFrame, DayTooltip, TooltipLine } from '@/components/charts/chart-frame'
import { DayAxis } from '@/components/charts/day-axis'
import { weekdayAndDay } from '@/components/charts/day-words'
import { formatDuration } from '@/components/ui/number-format'
import type { Statistics } from '@/lib/operations/statistics'

type Props = { days: Statistics['daily']; today: string }

export default function ResponseTimeChart({ days, today }: Props) {
  const ticks = countTicks(Math.max(...days.map(({ p95 }) => p95 ?? 0)))
  return (
    <ChartFrame size="low">
      <LineChart
        data={[...days]}
        margin={{ top: 12, right: 16, bottom: 0, left: 0 }}
        aria-label="95th percentile of the response time per day. Use the left and right arrow keys to go from day to day."
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <ReferenceArea x1={today} x2={today} fill="var(--brass-wash)" fillOpacity={1} />
        <DayAxis dates={days.map(({ date }) => date)} />
        <YAxis
          width={axisWidth(ticks.map(axisDuration))}
          domain={[0, ticks.at(-1) ?? 0]}
          ticks={ticks}
          tickFormatter={axisDuration}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          filterNull={false}
          cursor={{ stroke: 'var(--chart-axis)', strokeDasharray: '3 3' }}
          content={({ active, label }) => {
            const day = active ? days.find(({ date }) => date === label) : undefined
            if (!day) return <DayTooltip title={null}>{null}</DayTooltip>
            return (
              <DayTooltip title={dayTitle(day.date, today)}>
                <TooltipLine label="p95" value={formatDuration(day.p95)} />
              </DayTooltip>
            )
          }}
        />
        <Line
          dataKey="p95"
          type="linear"
          stroke="var(--chart-pending)"
          strokeWidth={2}
          dot={{ r: days.length > 31 ? 1.5 : 2.5, fill: 'var(--chart-pending)', strokeWidth: 0 }}
          activeDot={{ r: 4, fill: 'var(--chart-pending)', strokeWidth: 0 }}
          isAnimationActive={false}
        />
      </LineChart>
    </ChartFrame>
  )
}

function dayTitle(date: string, today: string): string {
  return date === today ? `${weekdayAndDay(date)}, so far` : weekdayAndDay(date)
}

function axisDuration(ms: number): string {
  if (ms === 0) return '0'
  return ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`
}
