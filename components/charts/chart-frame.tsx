'use client'

import type { ReactElement, ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'
import { type ChartSize, chartHeight } from './chart-height'

export const axisText = { fontSize: 12, fill: 'var(--chart-axis)' }

export function ChartFrame({ size, children }: { size: ChartSize; children: ReactElement }) {
  return (
    <div className={chartHeight[size]}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 1, height: 1 }}>
        {children}
      </ResponsiveContainer>
    </div>
  )
}

/** Says the numbers of a day, to ear and eye. It stays in the page, since what arrives with its words is not read out. */
export function DayTooltip({ title, children }: { title: string | null; children: ReactNode }) {
  return (
    <div
      role="status"
      className="min-w-44 rounded-md border border-rule bg-surface px-3 py-2 text-ink text-sm shadow-lift"
    >
      {title === null ? null : (
        <>
          <p className="mb-1 font-semibold">{title}</p>
          <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-0.5">{children}</dl>
        </>
      )}
    </div>
  )
}

export function TooltipLine({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-faded">{label}</dt>
      <dd className="text-right">{value}</dd>
    </>
  )
}
