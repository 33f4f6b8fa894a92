import { formatCount, formatDuration, formatRate } from '@/components/ui/number-format'

/** How a figure differs from that of the period before. */
export type Change = { direction: 'up' | 'down' | 'none'; amount: string; from: string }

/** In percent of what was; null where nothing was, of which there are no percents. */
export function countChange(now: number, before: number): Change | null {
  if (before === 0) return null
  const percent = (Math.abs(now - before) / before) * 100
  return changeOf(now - before, `${rounded(percent, percent < 100 ? 1 : 0)} %`, formatCount(before))
}

/** In percentage points. */
export function rateChange(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null
  return changeOf(now - before, `${rounded(Math.abs(now - before) * 100, 2)} points`, formatRate(before))
}

export function durationChange(nowMs: number | null, beforeMs: number | null): Change | null {
  if (nowMs === null || beforeMs === null) return null
  return changeOf(nowMs - beforeMs, formatDuration(Math.abs(nowMs - beforeMs)), formatDuration(beforeMs))
}

function changeOf(difference: number, amount: string, from: string): Change {
  if (difference === 0) return { direction: 'none', amount: 'No change', from }
  return { direction: difference > 0 ? 'up' : 'down', amount, from }
}

/** A difference never reads as none. */
function rounded(value: number, digits: number): string {
  const text = value.toFixed(digits)
  if (value > 0 && Number(text) === 0) return `< ${(10 ** -digits).toFixed(digits)}`
  return Number(text).toLocaleString('en', { maximumFractionDigits: digits })
}
