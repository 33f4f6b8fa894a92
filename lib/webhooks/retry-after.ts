const dayMs = 24 * 60 * 60 * 1000
const absurdMs = 365 * dayMs

/**
 * How many milliseconds a `Retry-After` header asks to wait, at most 24 hours. Null for no header, anything that is
 * neither whole seconds nor an IMF-fixdate, a date that is not after `now`, or a wait of more than a year, which
 * nobody means. Source: RFC 9110 §10.2.3, §5.6.7.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : dateMs(value) - now.getTime()
  if (!(waitMs > 0) || waitMs > absurdMs) return null
  return Math.min(waitMs, dayMs)
}

/** `Date.parse` takes nearly anything (`-5` is a year to it), so only what it writes back unchanged counts. */
function dateMs(value: string): number {
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toUTCString() === value ? ms : Number.NaN
}
