'use client'

import { Bar, CartesianGrid, ComposedChart, Line, ReferenceArea, Tooltip, YAxis } from 'recharts'
import { statusLabels } from '@/components/deliveries/delivery-words'
import { formatCount, formatRate } from '@/components/ui/number-format'
import { axisWidth, countTicks } from './axis'
import { axisText, ChartFrame, DayTooltip, TooltipLine } from './chart-frame'
import { countFinished } from './count-finished'
import type { DailyCounts } from './daily-card'
import { DayAxis } from './day-axis'
import { weekdayAndDay } from './day-words'
import { MARKS, markFill } from './marks'

type Props = {
  days: readonly DailyCounts[]
  /** The last day, which has not ended. */
  today: string
  rateTicks: readonly number[]
}

/** Each day's deliveries as a stack, with the success rate as a line on an axis of its own. */
export default function DailyChart({ days, today, rateTicks }: Props) {
  const ticks = countTicks(Math.max(...days.map(countFinished)))
  const rows = days.map((day, index) => ({
    ...day,
    // The line to the unfinished day is drawn apart.
    settledRate: day.date === today ? null : day.successRate,
    openRate: index >= days.length - 2 ? day.successRate : null,
  }))
  const rateLine = {
    yAxisId: 'rate',
    type: 'linear',
    stroke: 'var(--chart-accent)',
    strokeWidth: 2,
    activeDot: false,
    isAnimationActive: false,
  } as const
  const isDense = days.length > 31
  const dot = {
    r: isDense ? 2 : 3,
    fill: 'var(--chart-accent)',
    // Apart from the bars behind it.
    stroke: 'var(--surface)',
    strokeWidth: isDense ? 0.5 : 1,
    strokeDasharray: '',
  }
  return (
    <ChartFrame size="high">
      <ComposedChart
        data={rows}
        margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="18%"
        aria-label="Deliveries per day and their success rate. Use the left and right arrow keys to go from day to day."
      >
        <CartesianGrid yAxisId="count" vertical={false} stroke="var(--chart-grid)" />
        <ReferenceArea yAxisId="count" x1={today} x2={today} fill="var(--brass-wash)" fillOpacity={1} />
        <DayAxis dates={days.map(({ date }) => date)} />
        <YAxis
          yAxisId="count"
          width={axisWidth(ticks.map(formatCount))}
          domain={[0, ticks.at(-1) ?? 0]}
          ticks={ticks}
          tickFormatter={formatCount}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          yAxisId="rate"
          orientation="right"
          width={axisWidth(['100 %'])}
          domain={[rateTicks[0] ?? 0, 1]}
          ticks={[...rateTicks]}
          tickFormatter={(rate: number) => `${Math.round(rate * 100)} %`}
          tick={axisText}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--chart-axis)', strokeDasharray: '3 3' }}
          content={({ active, label }) => (
            <DayNumbers day={active ? days.find(({ date }) => date === label) : undefined} today={today} />
          )}
        />
        {MARKS.map((mark) => (
          <Bar
            key={mark}
            yAxisId="count"
            dataKey={mark}
            stackId="day"
            fill={markFill[mark]}
            maxBarSize={40}
            isAnimationActive={false}
          />
        ))}
        <Line {...rateLine} dataKey="successRate" stroke="var(--surface)" strokeWidth={4} dot={false} />
        <Line {...rateLine} dataKey="openRate" strokeDasharray="3 3" dot={dot} />
        <Line {...rateLine} dataKey="settledRate" dot={dot} />
      </ComposedChart>
    </ChartFrame>
  )
}

function DayNumbers({ day, today }: { day: DailyCounts | undefined; today: string }) {
  if (!day) return <DayTooltip title={null}>{null}</DayTooltip>
  return (
    <DayTooltip title={day.date === today ? `${weekdayAndDay(day.date)}, so far` : weekdayAndDay(day.date)}>
      {MARKS.map((mark) => (
        <TooltipLine key={mark} label={statusLabels[mark]} value={formatCount(day[mark])} />
      ))}
      <TooltipLine label="Success rate" value={formatRate(day.successRate)} />
    </DayTooltip>
  )
}
