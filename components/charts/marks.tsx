import type { ReactNode } from 'react'

export const MARKS = ['delivered', 'failed', 'cancelled'] as const
export type Mark = (typeof MARKS)[number]

/** What fills a mark of a chart: its colour, and a pattern for those who cannot tell colours apart. */
export const markFill: Record<Mark, string> = {
  delivered: 'var(--chart-delivered)',
  failed: 'url(#statistics-failed)',
  cancelled: 'url(#statistics-cancelled)',
}

/** Once in a page: the patterns that `markFill` names. */
export function MarkPatterns() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      <defs>
        <Pattern id="statistics-failed" color="var(--chart-failed)">
          <path d="M-1 1 1 -1 M0 5 5 0 M4 6 6 4" stroke="var(--surface)" strokeWidth="1.25" />
        </Pattern>
        <Pattern id="statistics-cancelled" color="var(--chart-cancelled)">
          <circle cx="2.5" cy="2.5" r="1" fill="var(--surface)" />
        </Pattern>
      </defs>
    </svg>
  )
}

function Pattern({ id, color, children }: { id: string; color: string; children: ReactNode }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" fill={color} />
      {children}
    </pattern>
  )
}
