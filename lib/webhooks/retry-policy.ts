const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const MAX_DELAY_MS = 24 * HOUR_MS

export const retryPolicyNames = ['standard', 'short', 'none'] as const

export type RetryPolicyName = (typeof retryPolicyNames)[number]

/** Per policy, the delay before each retry in milliseconds: an empty list means one attempt alone. */
export type RetryPolicies = Record<RetryPolicyName, readonly number[]>

/** `standard` is the schedule of Standard Webhooks 1.0 (ten attempts over 75 h); `short` has seed-like three retries. */
export const defaultRetryPolicies: RetryPolicies = {
  standard: [
    5 * SECOND_MS,
    5 * MINUTE_MS,
    30 * MINUTE_MS,
    2 * HOUR_MS,
    5 * HOUR_MS,
    10 * HOUR_MS,
    14 * HOUR_MS,
    20 * HOUR_MS,
    24 * HOUR_MS,
  ],
  short: [10 * SECOND_MS, 100 * SECOND_MS, 1_000 * SECOND_MS],
  none: [],
}

/**
 * Milliseconds until the retry that follows `step` used retries, or null once the schedule is spent. The delay has
 * ±10 % jitter by `spread` in [0, 1); a receiver's `retryAfterMs` can make it later, never sooner, 24 h at most.
 */
export function nextRetryDelayMs(
  delaysMs: readonly number[],
  step: number,
  spread: number,
  retryAfterMs: number | null = null,
): number | null {
  const delayMs = delaysMs[step]
  if (delayMs === undefined) return null
  const jittered = Math.round(delayMs * (0.9 + spread * 0.2))
  return Math.max(jittered, Math.min(retryAfterMs ?? 0, MAX_DELAY_MS))
}

const UNITS_MS: Record<string, number> = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS }

/** Reads a deployment's own schedule, `5s,5m,2h` (units ms, s, m, h; 20 delays of 24 h at most), or null if it is none. */
export function parseRetryDelays(text: string): number[] | null {
  const parts = text.split(',').map((part) => /^\s*(\d{1,6})(ms|s|m|h)\s*$/.exec(part))
  const delays = parts.map((match) =>
    match ? Number(match[1]) * (UNITS_MS[match[2] ?? ''] ?? Number.NaN) : Number.NaN,
  )
  const isUsable = delays.length <= 20 && delays.every((delay) => delay > 0 && delay <= MAX_DELAY_MS)
  return isUsable ? delays : null
}
