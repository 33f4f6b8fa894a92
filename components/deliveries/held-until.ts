import type { JsonView } from '@/lib/json-view'
import type { LogRow } from '@/lib/operations/log-rows'
import { useNowBefore } from './use-now-before'

/** What tells whether a delivery is held back. */
export type Holdable = JsonView<
  Pick<LogRow, 'inFlight' | 'isTest' | 'resendRequested' | 'nextAttemptAt' | 'endpointPausedUntil'>
>

/**
 * Until when a delivery is held back since its endpoint is paused; null where it is not, or comes later anyway. What a
 * person asked for goes past the pause. Without a time (`nowMs` null) the server's word counts.
 */
export function heldUntil(row: Holdable, nowMs: number | null): string | null {
  const { inFlight, isTest, resendRequested, nextAttemptAt, endpointPausedUntil: until } = row
  if (inFlight || isTest || resendRequested || nextAttemptAt === null || until === null) return null
  const untilMs = Date.parse(until)
  if (nowMs !== null && untilMs <= nowMs) return null
  return Date.parse(nextAttemptAt) <= untilMs ? until : null
}

/** The same at each moment. */
export function useHeldUntil(row: Holdable): string | null {
  return heldUntil(row, useNowBefore(row.endpointPausedUntil))
}
