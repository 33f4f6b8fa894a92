import type { ReactNode } from 'react'
import { statusLabels } from '@/components/deliveries/delivery-words'
import { MARKS, markFill } from './marks'

/** The marks of the chart in words, in the order of the stack from below. */
export function DailyLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {MARKS.map((mark) => (
        <Entry key={mark} label={statusLabels[mark]}>
          <rect width="14" height="14" rx="2" fill={markFill[mark]} />
        </Entry>
      ))}
      <Entry label="Success rate">
        <path d="M0 7 H14" stroke="var(--chart-accent)" strokeWidth="2" />
        <circle cx="7" cy="7" r="3" fill="var(--chart-accent)" />
      </Entry>
      <Entry label="Today, not over">
        <rect
          width="14"
          height="14"
          rx="2"
          fill="var(--brass-wash)"
          stroke="var(--chart-accent)"
          strokeDasharray="2 2"
        />
      </Entry>
    </ul>
  )
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden width="14" height="14" className="shrink-0 overflow-visible">
        {children}
      </svg>
      {label}
    </li>
  )
}
