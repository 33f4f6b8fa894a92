import { idTime } from '@/lib/ids'
import type { Queryable } from './client'
import type { LogScope } from './delivery-row'
import type { IdRange } from './id-range'
import { normalData } from './normal-data'

/** A stored event. `data` is the normalised text of its data member. */
export type EventRow = {
  id: string
  type: string
  data: string
  occurredAt: Date
  createdAt: Date
  isTest: boolean
  /** What of it does not match its type's schema. */
  warnings: string[]
}

type Row = {
  id: string
  type: string
  data: string
  is_raw: boolean
  occurred_at: Date
  is_test: boolean
  warnings: string | null
}

/** A store's event; null where there is none, or no longer. */
export async function getEvent(db: Queryable, scope: LogScope, id: string): Promise<EventRow | null> {
  return (await getEvents(db, scope, [id])).get(id) ?? null
}

/** Events of a store by id; those that are not there, or no longer, are left out. */
export async function getEvents(
  db: Queryable,
  scope: LogScope,
  ids: readonly string[],
): Promise<Map<string, EventRow>> {
  const { rows } = await db.query<Row>(
    `SELECT v.id, v.type, v.data, v.is_raw, v.occurred_at, v.is_test, v.warnings
     FROM unnest($3::uuid[]) AS asked(id)
     JOIN event v ON v.shard = $1 AND v.store_id = $2 AND v.id = asked.id`,
    [scope.shard, scope.storeId, ids],
  )
  return new Map(rows.map((row) => [row.id, toEventRow(row)]))
}

/** Which events: from `from` (left out) to `to` (included), `limit` of them at most, towards older or newer ones. */
export type EventPage = IdRange & { limit: number }

/** A store's events in the order of a page's direction, without those of test sends. */
export async function listEvents(
  db: Queryable,
  scope: LogScope,
  { direction, from, to, limit }: EventPage,
): Promise<EventRow[]> {
  const [range, order] =
    direction === 'older' ? ['v.id < $3 AND v.id >= $4', 'DESC'] : ['v.id > $3 AND v.id <= $4', 'ASC']
  const { rows } = await db.query<Row>(
    `SELECT v.id, v.type, v.data, v.is_raw, v.occurred_at, v.is_test, v.warnings FROM event v
     WHERE v.shard = $1 AND v.store_id = $2 AND ${range} AND NOT v.is_test ORDER BY v.id ${order} LIMIT $5`,
    [scope.shard, scope.storeId, from, to, limit],
  )
  return rows.map(toEventRow)
}

function toEventRow({
  id,
  type,
  data,
  is_raw: isRaw,
  occurred_at: occurredAt,
  is_test: isTest,
  warnings,
}: Row): EventRow {
  return {
    ...{ id, type, occurredAt, isTest },
    data: normalData(data, isRaw),
    createdAt: idTime(id),
    warnings: warnings === null ? [] : JSON.parse(warnings),
  }
}

/** Which of a store's events do not match their type's schema. */
export async function listWarnedEvents(
  db: Queryable,
  scope: LogScope,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await db.query<{ id: string }>(
    `SELECT v.id FROM unnest($3::uuid[]) AS asked(id)
     JOIN event v ON v.shard = $1 AND v.store_id = $2 AND v.id = asked.id WHERE v.warnings IS NOT NULL`,
    [scope.shard, scope.storeId, ids],
  )
  return new Set(rows.map(({ id }) => id))
}
