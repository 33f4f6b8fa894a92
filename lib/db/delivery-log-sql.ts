import { httpStatusBounds, isAboutTrouble, type LogFilter } from './delivery-log-filter'
import { deliveryColumns, isNotHidden, type LogScope } from './delivery-row'
import { type IdRange, idRange, millisecondOf } from './id-range'

export type LogTable = keyof typeof deliveryColumns

/** A statement that searches a part of one table, and how it is asked. */
export type LogStatement = { text: string; values: unknown[] }

type Part = { range: IdRange; eventIds: readonly string[] | null; window: number; limit: number }

// $1 to $14 of every statement. What is null does not filter.
const FILTERS = `($5::uuid[] IS NULL OR w.endpoint_id = ANY ($5)) AND ($6::text IS NULL OR w.event_type = $6)
  AND ($7::text[] IS NULL OR w.status = ANY ($7)) AND ($8::int IS NULL OR w.http_status BETWEEN $8 AND $9::int)
  AND ($10::text IS NULL OR w.error = $10) AND ($11::uuid IS NULL OR w.resend_id = $11)
  AND ($12::uuid[] IS NULL OR w.id = ANY ($12)) AND NOT ($13::boolean AND w.is_test)`

// What the partial index says of its rows.
const TROUBLE = `AND (t.status <> 'delivered' OR t.last_error IS NOT NULL)`

/**
 * The search of one table for what matches, `limit` rows at most. It looks at a window of rows that an index gives in
 * order, and answers with `matches` false the row at which the window ended; an endpoint has a window of its own.
 * Without a window it would go on to the table's end for a filter that nothing matches. With `eventIds` it looks at
 * those events' deliveries, without a window.
 */
export function logStatement(table: LogTable, scope: LogScope, filter: LogFilter, part: Part): LogStatement {
  const { range, eventIds, window, limit } = part
  const order = range.direction === 'older' ? 'DESC' : 'ASC'
  const index = indexOf(table, filter)
  const source = eventIds ? eventsSource(table, range) : windowSource(table, range, index)
  const matches = table === 'finished_delivery' ? `${FILTERS} AND ${isNotHidden('w')}` : FILTERS
  const text = `SELECT w.*, coalesce(${matches}, false) AS matches FROM (${source}) w
WHERE (${matches}) OR w.is_end ORDER BY w.id ${order} LIMIT $14`
  return {
    text,
    values: [
      ...commonValues(scope, filter, range, limit),
      ...sourceValues(eventIds, Math.ceil(window / (index.windows ?? 1))),
    ],
  }
}

/** The count of what matches in these tables, of `most` rows at most, without a window. Not for a filter by events. */
export function logCountStatement(
  tables: readonly LogTable[],
  scope: LogScope,
  filter: LogFilter,
  most: number,
): LogStatement {
  const range = idRange(filter, {})
  const parts = tables.map((table) => {
    const isFinished = table === 'finished_delivery'
    const condition = isFinished && isAboutTrouble(filter) ? TROUBLE : ''
    return `(SELECT 1 FROM (
      SELECT ${deliveryColumns[table]} FROM ${table} t WHERE ${inRange(range)} ${condition}) w
    WHERE ${FILTERS} ${isFinished ? `AND ${isNotHidden('w')}` : ''} LIMIT $14)`
  })
  return {
    text: `SELECT count(*)::int AS count FROM (SELECT 1 FROM (${parts.join(' UNION ALL ')}) found LIMIT $14) counted`,
    values: commonValues(scope, filter, range, most),
  }
}

// Of more endpoints than this, each one's share of a window would be too small to get on.
const MOST_WINDOWS = 5

/** `windows` is into how many, one an endpoint, the window is divided. */
type IndexCondition = { condition: string; windows?: number }

function indexOf(table: LogTable, filter: LogFilter): IndexCondition {
  if (filter.deliveryIds) return { condition: 'AND t.id = ANY ($12::uuid[])' }
  if (table === 'pending_delivery') return { condition: '' }
  if (isAboutTrouble(filter)) return { condition: TROUBLE }
  if (filter.endpointIds?.length === 1) return { condition: 'AND t.endpoint_id = ($5::uuid[])[1]' }
  if (filter.endpointIds && filter.endpointIds.length <= MOST_WINDOWS) {
    return { condition: 'AND t.endpoint_id = e.id', windows: filter.endpointIds.length }
  }
  if (filter.eventType) return { condition: 'AND t.event_type = $6' }
  return { condition: '' }
}

function inRange({ direction }: IdRange): string {
  const bounds = direction === 'older' ? 't.id < $3 AND t.id >= $4' : 't.id > $3 AND t.id <= $4'
  return `t.shard = $1 AND t.store_id = $2 AND ${bounds}`
}

function windowSource(table: LogTable, range: IdRange, { condition, windows }: IndexCondition): string {
  const order = range.direction === 'older' ? 'DESC' : 'ASC'
  const source = `SELECT x.*, row_number() OVER (ORDER BY x.id ${order}) = $15::int AS is_end FROM (
    SELECT ${deliveryColumns[table]} FROM ${table} t WHERE ${inRange(range)} ${condition}
    ORDER BY t.id ${order} LIMIT $15::int) x`
  return windows ? `SELECT y.* FROM unnest($5::uuid[]) AS e(id) CROSS JOIN LATERAL (${source}) y` : source
}

// A delivery keeps its event's millisecond, so each event is looked up in one partition.
function eventsSource(table: LogTable, range: IdRange): string {
  return `SELECT x.*, false AS is_end FROM unnest($15::uuid[], $16::uuid[], $17::uuid[]) AS e(id, first, last)
  CROSS JOIN LATERAL (
    SELECT ${deliveryColumns[table]} FROM ${table} t
    WHERE ${inRange(range)} AND t.event_id = e.id AND t.id BETWEEN e.first AND e.last OFFSET 0) x`
}

function commonValues(
  { shard, storeId }: LogScope,
  filter: LogFilter,
  range: IdRange,
  limit: number,
): unknown[] {
  return [
    shard,
    storeId,
    range.from,
    range.to,
    filter.endpointIds ?? null,
    filter.eventType ?? null,
    filter.statuses ?? null,
    ...httpStatusBounds(filter.httpStatus),
    filter.error ?? null,
    filter.resendId ?? null,
    filter.deliveryIds ?? null,
    filter.hideTests ?? false,
    limit,
  ]
}

function sourceValues(eventIds: readonly string[] | null, window: number): unknown[] {
  if (!eventIds) return [window]
  const milliseconds = eventIds.map(millisecondOf)
  return [eventIds, milliseconds.map(({ first }) => first), milliseconds.map(({ last }) => last)]
}
