import type { NextState, Trigger } from '@/lib/webhooks/delivery-state'
import { HISTOGRAM_BUCKETS, histogramBucket } from '@/lib/webhooks/histogram'
import type { Outcome } from '@/lib/webhooks/outcome'
import type { Queryable } from './client'
import { recordStatement } from './record-statement'

/** One attempt that was made, with where its delivery goes. `timeZone` is the store's, for its local day. */
export type AttemptResult = {
  deliveryId: string
  storeId: string
  endpointId: string
  endpointRevision: number
  eventId: string
  eventType: string
  apiVersion: string
  timeZone: string
  /** The fence: the row's claims when it was claimed. */
  claims: number
  number: number
  trigger: Trigger
  actor: string | null
  resendId: string | null
  revives: boolean
  isTest: boolean
  startedAt: Date
  url: string | null
  requestHeaders: Record<string, string> | null
  outcome: Outcome
  next: NextState
}

/** Which results were recorded: the others had lost their lease, and are kept as superseded attempts. */
export type Recorded = { won: Set<string> }

/**
 * Records attempts of one shard, no two of one delivery, in one statement: where the fence still matches, the pending row is deleted or
 * rescheduled, finished rows, statistics and health follow; every attempt is kept. Running it again after a commit
 * whose answer was lost changes nothing. `at` is the time to record, null for the database's now.
 */
export async function recordAttempts(
  db: Queryable,
  shard: number,
  results: readonly AttemptResult[],
  at: Date | null = null,
): Promise<Recorded> {
  const hasResends = results.some((result) => result.revives || result.resendId !== null)
  const finals = results.filter((result) => isFinal(result.next))
  const others = results.filter((result) => !isFinal(result.next))
  const ordered = [...finals, ...others]
  const column = <T>(pick: (result: AttemptResult) => T) => ordered.map(pick)
  const { rows } = await db.query<{ id: string }>({
    ...recordStatement(hasResends),
    values: [
      shard,
      at,
      finals.map((result) => result.deliveryId),
      finals.map((result) => result.claims),
      others.map((result) => result.deliveryId),
      column((result) => result.deliveryId),
      column((result) => result.claims),
      column((result) => result.storeId),
      column((result) => result.endpointId),
      column((result) => result.endpointRevision),
      column((result) => result.eventId),
      column((result) => result.eventType),
      column((result) => result.apiVersion),
      column((result) => result.timeZone),
      column((result) => result.number),
      column((result) => result.trigger),
      column((result) => result.actor),
      column((result) => result.resendId),
      column((result) => result.revives),
      column((result) => result.isTest),
      column((result) => result.startedAt),
      column((result) => result.url),
      column((result) => jsonOrNull(result.requestHeaders)),
      column((result) => jsonOrNull(result.outcome.response?.headers)),
      column((result) => result.outcome.response?.body ?? null),
      column((result) => result.outcome.response?.truncated ?? false),
      column((result) => Math.round(result.outcome.durationMs)),
      column((result) => result.outcome.httpStatus),
      column((result) => result.outcome.error),
      column((result) => result.outcome.errorDetail),
      column((result) => (result.next.kind === 'wait' ? 'retry' : result.next.kind)),
      column((result) => delayMs(result.next)),
      column((result) => (result.next.kind === 'wait' ? result.next.dueAt : null)),
      column((result) => ('policyStep' in result.next ? result.next.policyStep : 0)),
      // An attempt without a request, like one whose URL could not be filled in, has no response time to count.
      column((result) =>
        result.url === null ? HISTOGRAM_BUCKETS : histogramBucket(result.outcome.durationMs),
      ),
    ],
  })
  return { won: new Set(rows.map((row) => row.id)) }
}

function delayMs(next: NextState): number | null {
  if (next.kind === 'retry') return next.delayMs
  return next.kind === 'wait' ? next.notBeforeMs : null
}

function isFinal(next: NextState): boolean {
  return next.kind === 'delivered' || next.kind === 'failed'
}

function jsonOrNull(headers: Record<string, string> | null | undefined): string | null {
  return headers ? JSON.stringify(headers) : null
}
