import { monotonicMs } from '@/lib/clock'
import type { Queryable } from './client'
import { type LogFilter, matchesNothing, tablesOf } from './delivery-log-filter'
import { type LogTable, logStatement } from './delivery-log-sql'
import { type DeliveryRow, type DeliverySqlRow, type LogScope, toDeliveryRow } from './delivery-row'
import { type IdRange, idRange, isWithin } from './id-range'
import { listEventsWithValue } from './object-refs'

/** Which page: `limit` rows (1–100) older than the delivery `after`, or newer than `before`, not both. */
export type PageRequest = { limit: number; after?: string | undefined; before?: string | undefined }

/**
 * Rows, newest first. `nextCursor` is the next `after` and `previousCursor` the next `before`; the one in the direction
 * of the search is null only where the log ends. `isPartial` says that the time was up before `limit` rows were found:
 * the cursor's own time is how far the search came.
 */
export type LogPage = {
  rows: DeliveryRow[]
  nextCursor: string | null
  previousCursor: string | null
  isPartial: boolean
}

/** How many rows to look at, window after window (the last repeats), and the milliseconds after which to stop. */
export type SearchPace = { windows: readonly number[]; budgetMs: number }

const standardPace: SearchPace = { windows: [1_000, 4_000], budgetMs: 20 }
const EVENTS_AT_ONCE = 200

type Found = { rows: DeliveryRow[]; reached: string | null }
type Search = { db: Queryable; scope: LogScope; filter: LogFilter; limit: number }

/**
 * A page of a store's log: pending and finished deliveries, tests too, where a pending row hides a finished one of the
 * same id. However little matches, a page takes a bounded time: see `LogPage`.
 */
export async function listDeliveries(
  db: Queryable,
  scope: LogScope,
  filter: LogFilter,
  page: PageRequest,
  pace: SearchPace = standardPace,
): Promise<LogPage> {
  if (matchesNothing(filter)) return { rows: [], nextCursor: null, previousCursor: null, isPartial: false }
  const beganAt = monotonicMs()
  const search = { db, scope, filter, limit: page.limit + 1 }
  const found: DeliveryRow[] = []
  let range = idRange(filter, page)
  for (let step = 0; ; step++) {
    const window = pace.windows[Math.min(step, pace.windows.length - 1)] ?? 1_000
    const { rows, reached } = await searchPart(search, range, window)
    found.push(...rows)
    const isOver = found.length > page.limit || reached === null
    if (isOver || monotonicMs() - beganAt >= pace.budgetMs)
      return toPage(found, reached, page, range.direction)
    range = { ...range, from: reached }
  }
}

/**
 * Searches the nearest part of the range. First the pending table, then the finished one over the same ids: so a delivery
 * that becomes final in between is seen twice rather than never.
 */
async function searchPart(search: Search, range: IdRange, window: number): Promise<Found> {
  const { db, scope, filter } = search
  const { direction } = range
  const { pending: inPending, finished: inFinished } = tablesOf(filter)
  const events =
    filter.objectValue === undefined
      ? { ids: filter.eventIds ?? null, reached: null }
      : await listEventsWithValue(db, scope, filter.objectValue, range, Math.min(window, EVENTS_AT_ONCE))
  const eventIds =
    events.ids && (filter.eventIds ? events.ids.filter((id) => filter.eventIds?.includes(id)) : events.ids)
  const nothing: Found = { rows: [], reached: null }
  if (eventIds?.length === 0) return { rows: [], reached: events.reached }

  const part = { ...range, to: events.reached ?? range.to }
  const read = (table: LogTable, of: IdRange) => readTable(search, table, of, eventIds, window)
  const pending = inPending ? await read('pending_delivery', part) : nothing
  const rest = { ...part, to: pending.reached ?? part.to }
  const finished = inFinished ? await read('finished_delivery', rest) : nothing
  const reached = finished.reached ?? pending.reached ?? events.reached

  const rows = new Map([...pending.rows, ...finished.rows].map((row) => [row.id, row]))
  return {
    rows: [...rows.values()]
      .filter((row) => isWithin(direction, row.id, reached))
      .sort(nearestFirst(direction)),
    reached,
  }
}

async function readTable(
  { db, scope, filter, limit }: Search,
  table: LogTable,
  range: IdRange,
  eventIds: readonly string[] | null,
  window: number,
): Promise<Found> {
  const statement = logStatement(table, scope, filter, { range, eventIds, window, limit })
  const { rows } = await db.query<DeliverySqlRow & { matches: boolean; is_end: boolean }>(statement)
  const end = rows.find((row) => row.is_end) ?? (rows.length === limit ? rows.at(-1) : undefined)
  return { rows: rows.filter((row) => row.matches).map(toDeliveryRow), reached: end?.id ?? null }
}

function toPage(
  found: DeliveryRow[],
  reached: string | null,
  { limit, after }: PageRequest,
  direction: IdRange['direction'],
): LogPage {
  const rows = found.slice(0, limit)
  const isFull = found.length > limit
  const goOn = isFull ? (rows.at(-1)?.id ?? null) : reached
  const isPartial = !isFull && reached !== null
  if (direction === 'older') {
    return { rows, nextCursor: goOn, previousCursor: after ? (rows[0]?.id ?? null) : null, isPartial }
  }
  return { rows: rows.reverse(), nextCursor: rows.at(-1)?.id ?? null, previousCursor: goOn, isPartial }
}

function nearestFirst(direction: IdRange['direction']): (a: DeliveryRow, b: DeliveryRow) => number {
  const sign = direction === 'older' ? -1 : 1
  return (a, b) => (a.id < b.id ? -sign : a.id > b.id ? sign : 0)
}
