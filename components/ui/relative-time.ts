const MINUTE_MS = 60_000

/** "3 min ago", "in 2 h", "5 d ago"; "now" within half a minute. */
export function relativeTime(at: Date | string, nowMs: number): string {
  const awayMs = new Date(at).getTime() - nowMs
  const minutes = Math.round(Math.abs(awayMs) / MINUTE_MS)
  if (minutes === 0) return 'now'
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const amount = hours === 0 ? `${minutes} min` : days === 0 ? `${hours} h` : `${days} d`
  return awayMs > 0 ? `in ${amount}` : `${amount} ago`
}
