import type { NoticeDetails } from '@/lib/db/notices'
import {
  disablesAt,
  type Failing,
  type NoticeKind,
  nextNotice,
  type Warned,
} from '@/lib/webhooks/endpoint-health'
import { DAY_MS } from './calendar'
import type { PastAttempt, StoredDemoEndpoint } from './simulate-delivery'

/** A notice of the past; `at` in Unix ms. */
export type PastNotice = { at: number; endpointId: string; kind: NoticeKind; details: NoticeDetails }

/** How an endpoint is at the end of its past. */
export type PastHealth = Failing & Warned

const DISABLE_AFTER_MS = 5 * DAY_MS
// The watch comes by every half minute.
const TOLD_AFTER_MS = 12_000
const PERCENTS: Partial<Record<NoticeKind, number>> = { failing_50: 50, failing_90: 90 }

/** What the store was told of an endpoint, by what came of its attempts (the oldest first, tests aside). */
export function pastNotices(
  { id: endpointId, name, url, disabled, disabledAt }: StoredDemoEndpoint,
  attempts: readonly PastAttempt[],
): { notices: PastNotice[]; health: PastHealth } {
  const notices: PastNotice[] = []
  let health: PastHealth = {
    failingSince: null,
    lastFailureAt: null,
    snoozedUntil: null,
    warnedPercent: 0,
    warnedSince: null,
  }
  for (const { endAt, result } of attempts) {
    const { outcome, startedAt } = result
    health = outcome.ok
      ? { ...health, failingSince: null }
      : { ...health, failingSince: health.failingSince ?? startedAt, lastFailureAt: startedAt }
    const kind = nextNotice(health, DISABLE_AFTER_MS)
    if (!kind) continue
    const { failingSince, warnedSince } = health
    const details: NoticeDetails = {
      name,
      url,
      failingSince: (failingSince ?? warnedSince)?.toISOString() ?? null,
      disablesAt: disablesAt(health, DISABLE_AFTER_MS)?.toISOString() ?? null,
      failure: outcome.error && { error: outcome.error, httpStatus: outcome.httpStatus },
    }
    notices.push({ at: endAt + TOLD_AFTER_MS, endpointId, kind, details })
    health = { ...health, warnedPercent: PERCENTS[kind] ?? 0, warnedSince: failingSince }
  }
  if (disabled?.reason === 'gone' && Number.isFinite(disabledAt)) {
    const failure = { error: 'http_error', httpStatus: 410 } as const
    const details = { name, url, failingSince: null, disablesAt: null, failure }
    notices.push({ at: disabledAt, endpointId, kind: 'disabled_gone', details })
  }
  return { notices, health }
}
