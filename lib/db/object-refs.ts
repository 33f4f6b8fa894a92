import { idTime } from '@/lib/ids'
import type { Queryable } from './client'
import type { LogScope } from './delivery-row'
import { firstIdAt, type IdRange, lastIdAt, millisecondOf } from './id-range'

/** Whether any event's data holds this id or e-mail address (lower-cased). */
export async function isObjectValue(db: Queryable, scope: LogScope, value: string): Promise<boolean> {
  const { rows } = await db.query(
    'SELECT 1 FROM object_ref WHERE shard = $1 AND store_id = $2 AND value = $3 LIMIT 1',
    [scope.shard, scope.storeId, value],
  )
  return rows.length > 0
}

/**
 * The next `count` events whose data holds `value`, and further ones of the last one's millisecond, since deliveries
 * order by that. `reached` is how far that is in deliveries' ids, null where there are no more events.
 */
export async function listEventsWithValue(
  db: Queryable,
  scope: LogScope,
  value: string,
  range: IdRange,
  count: number,
): Promise<{ ids: string[]; reached: string | null }> {
  const isOlder = range.direction === 'older'
  const start = millisecondOf(range.from)
  const end = millisecondOf(range.to)
  const within = isOlder ? [end.first, start.last] : [start.first, end.last]
  const ids = await listIds(db, scope, value, within, isOlder ? 'DESC' : 'ASC', count)
  const last = ids.at(-1)
  if (last === undefined || ids.length < count) return { ids, reached: null }
  const millisecond = millisecondOf(last)
  const tied = await listIds(db, scope, value, [millisecond.first, millisecond.last], 'DESC', null)
  const unixMs = idTime(last).getTime()
  return {
    ids: [...new Set([...ids, ...tied])],
    reached: isOlder ? lastIdAt(unixMs - 1) : firstIdAt(unixMs + 1),
  }
}

async function listIds(
  db: Queryable,
  { shard, storeId }: LogScope,
  value: string,
  [first, last]: readonly string[],
  order: 'ASC' | 'DESC',
  limit: number | null,
): Promise<string[]> {
  const { rows } = await db.query<{ event_id: string }>(
    `SELECT DISTINCT event_id FROM object_ref
     WHERE shard = $1 AND store_id = $2 AND value = $3 AND event_id BETWEEN $4 AND $5
     ORDER BY event_id ${order} LIMIT $6`,
    [shard, storeId, value, first, last, limit],
  )
  return rows.map((row) => row.event_id)
}
