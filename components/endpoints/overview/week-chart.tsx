'use client'

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { OverviewView } from '@/components/endpoints/page/overview-query'
import { formatDay } from '@/components/ui/clock-format'
import { formatCount } from '@/components/ui/number-format'
import { weekSeries } from './week-series'

const axis = { fill: 'var(--chart-axis)', fontSize: 12 }

/** As large as the box it is in. It does not move, whatever the person's settings. */
export function WeekChart({ days }: { days: OverviewView['days'] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={days}
        title="Deliveries of the last 7 days, by what became of them"
        desc="Stacked bars, one a day. The arrow keys go through the days; the same numbers are in the table."
        margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="date"
          tickFormatter={formatDay}
          tick={axis}
          tickLine={false}
          axisLine={{ stroke: 'var(--chart-grid)' }}
          minTickGap={8}
        />
        <YAxis
          allowDecimals={false}
          tickFormatter={formatCount}
          tick={axis}
          tickLine={false}
          axisLine={false}
          width="auto"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)' }}
          content={({ active, label, payload }) => (
            // It stays, so that a screen reader hears what comes into it.
            <div role="status">{active ? <DayTooltip date={String(label)} values={payload} /> : null}</div>
          )}
        />
        {weekSeries.map(({ key, label, color }) => (
          <Bar
            key={key}
            dataKey={key}
            name={label}
            stackId="day"
            fill={color}
            maxBarSize={44}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  )
}

type Values = readonly { name?: unknown; value?: unknown; color?: string }[]

function DayTooltip({ date, values }: { date: string; values: Values }) {
  return (
    <div className="rounded-md border border-rule bg-surface px-3 py-2 text-sm shadow-lift">
      <p className="pb-1 font-medium">{formatDay(date)}</p>
      <ul>
        {values.map(({ name, value, color }) => (
          <li key={String(name)} className="flex items-center gap-2">
            <span aria-hidden className="size-2.5 rounded-sm" style={{ background: color }} />
            <span className="flex-1 pr-4 text-faded">{String(name)}</span>
            {formatCount(Number(value))}
          </li>
        ))}
      </ul>
    </div>
  )
}
