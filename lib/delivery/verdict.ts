import { GONE } from '@/lib/webhooks/delivery-state'
import type { Outcome } from '@/lib/webhooks/outcome'

/**
 * What an outcome says of its endpoint: `answered` a refusal by a receiver that is well, `silent` one that does not
 * even answer, `none` nothing.
 */
export type Verdict = 'ok' | 'answered' | 'failed' | 'silent' | 'none'

// Of refusals, those that say "not now".
const PASSING = new Set([408, 425, 429])
const OVERLOADED = new Set([429, 502, 504])

/**
 * Sorts an outcome. A 4xx or a redirect is about the request, comes at once and costs the receiver little; were it to
 * count as a failure, a receiver that refuses one type of event would not get the others either.
 */
export function verdictOf({ ok, httpStatus, error }: Outcome, wasSent: boolean): Verdict {
  if (ok) return 'ok'
  if (!wasSent || error === 'placeholder_error' || error === 'sender_lost' || httpStatus === GONE)
    return 'none'
  if (error === 'timeout' || error === 'connect_timeout') return 'silent'
  if (httpStatus !== null && httpStatus >= 300 && httpStatus < 500 && !PASSING.has(httpStatus))
    return 'answered'
  return 'failed'
}

/** Whether a receiver says that it gets too much (Standard Webhooks 1.0: 429, 502 and 504). */
export function isOverloaded({ httpStatus }: Outcome): boolean {
  return httpStatus !== null && OVERLOADED.has(httpStatus)
}
