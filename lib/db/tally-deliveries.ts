import { monotonicMs } from '@/lib/clock'
import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import type { Queryable } from './client'
import { type LogFilter, matchesNothing } from './delivery-log-filter'
import { type LogTable, logStatement } from './delivery-log-sql'
import type { LogScope } from './delivery-row'
import { type IdRange, idRange } from './id-range'
import { listEventsWithValue } from './object-refs'

/** How many deliveries of a kind match; `isGone` where their event can no longer be sent. */
export type Tally = {
  endpointId: string
  status: DeliveryStatus
  isTest: boolean
  isGone: boolean
  count: number
}

/** `upTo` is the last id that was looked at; `isPartial` says that there may be more behind it. */
export type TallyAnswer = { tallies: Tally[]; upTo: string; isPartial: boolean }

export type TallyLimits = {
  /** Statuses of finished deliveries that can be wanted; the others are counted after them, as far as time allows. */
  statuses: readonly DeliveryStatus[]
  /** Counts towards `most`. */
  isWanted: (tally: Tally) => boolean
  /** Stop soon after so many that are wanted. */
  most: number
  budgetMs: number
  retentionDays: number
}

const BEGINNING = '00000000-0000-0000-0000-000000000000'
const FINAL: readonly DeliveryStatus[] = ['delivered', 'failed', 'cancelled']
const WINDOW = 10_000
const LEAST_WINDOW = 250
const EVENTS_AT_ONCE = 500
/** More rows than a window has, or some events' deliveries. */
const ANY = 1_000_000

type Search = { db: Queryable; scope: LogScope; filter: LogFilter; retentionDays: number }

/**
 * Counts a store's deliveries that match, oldest first, window after window, each a short statement of its own: nothing is
 * held, and it stops when `most` are found or the time is up. What is not wanted is counted up to there.
 */
export async function tallyDeliveries(
  db: Queryable,
  scope: LogScope,
  filter: LogFilter,
  { statuses, isWanted, most, budgetMs, retentionDays }: TallyLimits,
): Promise<TallyAnswer> {
  const whole = idRange(filter, { before: BEGINNING })
  const answer: TallyAnswer = { tallies: [], upTo: whole.to, isPartial: false }
  const beganAt = monotonicMs()
  const isOver = () => monotonicMs() - beganAt >= budgetMs
  let wanted = 0
  for (const { table, only, decides } of passesOf(filter, statuses)) {
    const search = { db, scope, filter: { ...filter, statuses: only }, retentionDays }
    if (matchesNothing(search.filter)) continue
    let range = { ...whole, to: answer.upTo }
    for (;;) {
      const window = decides ? Math.max(LEAST_WINDOW, Math.min(WINDOW, most - wanted)) : WINDOW
      const { tallies, reached } = await tallyPart(search, table, range, window)
      answer.tallies.push(...tallies)
      wanted += tallies.reduce((sum, tally) => sum + (isWanted(tally) ? tally.count : 0), 0)
      if (reached === null) break
      range = { ...range, from: reached }
      if (!isOver() && !(decides && wanted >= most)) continue
      if (decides) Object.assign(answer, { upTo: reached, isPartial: true })
      break
    }
  }
  return answer
}

type Pass = { table: LogTable; only: readonly DeliveryStatus[]; decides: boolean }

/** What can be wanted first: it decides how far the others are counted. Few deliveries fail, and they have an index of their own. */
function passesOf({ statuses: asked }: LogFilter, wanted: readonly DeliveryStatus[]): Pass[] {
  const among = (some: readonly DeliveryStatus[]) => some.filter((status) => asked?.includes(status) ?? true)
  const others = FINAL.filter((status) => !wanted.includes(status))
  return [
    { table: 'finished_delivery', only: among(wanted), decides: true },
    { table: 'pending_delivery', only: among(['pending', 'retrying']), decides: false },
    { table: 'finished_delivery', only: among(others), decides: false },
  ]
}

async function tallyPart(
  { db, scope, filter, retentionDays }: Search,
  table: LogTable,
  range: IdRange,
  window: number,
): Promise<{ tallies: Tally[]; reached: string | null }> {
  const events =
    filter.objectValue === undefined
      ? { ids: filter.eventIds ?? null, reached: null }
      : await listEventsWithValue(db, scope, filter.objectValue, range, Math.min(window, EVENTS_AT_ONCE))
  const eventIds =
    events.ids && (filter.eventIds ? events.ids.filter((id) => filter.eventIds?.includes(id)) : events.ids)
  if (eventIds?.length === 0) return { tallies: [], reached: events.reached }

  const part = { ...range, to: events.reached ?? range.to }
  const { text, values } = logStatement(table, scope, filter, { range: part, eventIds, window, limit: ANY })
  const { rows } = await db.query<
    Omit<Tally, 'endpointId'> & { endpointId: string | null; reached: string | null }
  >(tallyStatement(text, values.length), [...values, retentionDays])
  return {
    tallies: rows.flatMap(({ reached: _, endpointId, ...tally }) =>
      endpointId === null ? [] : [{ ...tally, endpointId }],
    ),
    reached: rows[0]?.reached ?? events.reached,
  }
}

// The events of what was delivered are not looked for: most of a log is that.
function tallyStatement(source: string, count: number): string {
  return `WITH found AS MATERIALIZED (${source}), ending AS MATERIALIZED (
  SELECT (SELECT id FROM found WHERE is_end ORDER BY id LIMIT 1) AS reached
), counted AS (
  SELECT f.endpoint_id, f.status, f.is_test, CASE WHEN f.is_test OR f.finished_at IS NULL THEN false ELSE
      f.event_id < uuid_floor(now() - $${count + 1}::int * interval '1 day')
      OR (f.status <> 'delivered' AND (SELECT true FROM event v
        WHERE v.shard = $1 AND v.store_id = $2 AND v.id = f.event_id) IS NULL) END AS is_gone
  FROM found f CROSS JOIN ending WHERE f.matches AND (ending.reached IS NULL OR f.id <= ending.reached)
)
SELECT c.endpoint_id AS "endpointId", c.status, c.is_test AS "isTest", c.is_gone AS "isGone", count(c.endpoint_id)::int AS count,
  ending.reached
FROM ending LEFT JOIN counted c ON true
GROUP BY c.endpoint_id, c.status, c.is_test, c.is_gone, ending.reached`
}
