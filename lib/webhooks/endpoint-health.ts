/** What an endpoint's store is told about its health: two warnings, two ends, and the good news. */
export const noticeKinds = [
  'failing_50',
  'failing_90',
  'disabled_failing',
  'disabled_gone',
  'recovered',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** How an endpoint fares: since when each of its attempts failed (null: its latest succeeded), and the latest failure. */
export type Failing = {
  failingSince: Date | null
  lastFailureAt: Date | null
  /** Until when a person put its disabling off. */
  snoozedUntil: Date | null
}

/** How far a failing endpoint has come on the way to being disabled, in percent of its time. */
export type ReachedPercent = 0 | 50 | 90 | 100

/**
 * When a failing endpoint's time is over: it is disabled at the first failed attempt from then on. Null where nothing
 * fails. `disableAfterMs` is the time that a deployment gives.
 */
export function disablesAt({ failingSince, snoozedUntil }: Failing, disableAfterMs: number): Date | null {
  if (!failingSince) return null
  return new Date(Math.max(failingSince.getTime() + disableAfterMs, snoozedUntil?.getTime() ?? 0))
}

/**
 * How far a failing endpoint has come. It is judged at its failures, not by the clock: one that has nothing to send is
 * neither warned of nor disabled. A snooze moves the end alone.
 */
export function reachedPercent(failing: Failing, disableAfterMs: number): ReachedPercent {
  const { failingSince, lastFailureAt } = failing
  const end = disablesAt(failing, disableAfterMs)
  if (!failingSince || !lastFailureAt || !end) return 0
  if (lastFailureAt >= end) return 100
  const failedForMs = lastFailureAt.getTime() - failingSince.getTime()
  if (failedForMs >= disableAfterMs * 0.9) return 90
  return failedForMs >= disableAfterMs * 0.5 ? 50 : 0
}

/** What a store was told last of an endpoint: how far it had come in the failing time that began at `warnedSince`. */
export type Warned = { warnedPercent: number; warnedSince: Date | null }

/**
 * What is to be told of an endpoint now, null for nothing: that it has come further than it was last warned of, or that
 * the failing time that was warned of ended with a success, even where it fails anew by now.
 */
export function nextNotice(health: Failing & Warned, disableAfterMs: number): NoticeKind | null {
  const { failingSince, warnedPercent, warnedSince } = health
  if (warnedPercent > 0 && warnedSince?.getTime() !== failingSince?.getTime()) return 'recovered'
  const percent = reachedPercent(health, disableAfterMs)
  if (percent <= warnedPercent || percent === 0) return null
  return percent === 100 ? 'disabled_failing' : `failing_${percent}`
}
