const counts = new Intl.NumberFormat('en')

/** "1,204" */
export function formatCount(count: number): string {
  return counts.format(count)
}

/** A rate between 0 and 1 as "98.76 %" or "28 %", floored, so that 100 % means all and 0 % none; "—" for null. */
export function formatRate(rate: number | null): string {
  if (rate === null) return '—'
  if (rate >= 1) return '100 %'
  if (rate <= 0) return '0 %'
  // 0.57 × 10,000 is a little less than 5,700.
  const hundredths = Math.min(Math.floor(rate * 10_000 + 1e-7), 9_999)
  if (hundredths === 0) return '< 0.01 %'
  return `${(hundredths / 100).toFixed(hundredths % 100 === 0 ? 0 : 2)} %`
}

/** "312 ms", "1.24 s", "1 min 12 s", "2 h 5 min", "3 d 4 h"; "—" for null. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return '—'
  if (Math.round(ms) < 1_000) return `${Math.round(ms)} ms`
  if (Math.round(ms / 10) < 6_000) return `${(ms / 1_000).toFixed(2)} s`
  const seconds = Math.round(ms / 1_000)
  if (seconds < 3_600) return pair(seconds, 60, 'min', 's')
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1_440) return pair(minutes, 60, 'h', 'min')
  return pair(Math.round(ms / 3_600_000), 24, 'd', 'h')
}

/** "512 B", "1.5 KiB", "16 KiB" */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let value = bytes
  let step = 0
  while (tenths(value) >= 1_024 && step < units.length - 1) {
    value /= 1_024
    step += 1
  }
  return `${counts.format(tenths(value))} ${units[step]}`
}

function pair(amount: number, size: number, unit: string, smaller: string): string {
  const rest = amount % size
  const whole = `${Math.floor(amount / size)} ${unit}`
  return rest === 0 ? whole : `${whole} ${rest} ${smaller}`
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
