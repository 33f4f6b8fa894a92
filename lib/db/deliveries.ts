import type { Queryable } from './client'
import {
  type DeliveryRow,
  type DeliverySqlRow,
  deliveryColumns,
  isNotHidden,
  type LogScope,
  toDeliveryRow,
} from './delivery-row'
import { millisecondOf } from './id-range'

/** A store's delivery as it is now, pending or finished; null where there is none of this id. */
export async function getDelivery(db: Queryable, scope: LogScope, id: string): Promise<DeliveryRow | null> {
  const { rows } = await db.query<DeliverySqlRow>(fromBothTables('t.id = $3'), [
    scope.shard,
    scope.storeId,
    id,
  ])
  return rows.map(toDeliveryRow)[0] ?? null
}

/** These deliveries of a store as they are now, newest first; those that are not there, or no longer, are left out. */
export async function listDeliveriesById(
  db: Queryable,
  scope: LogScope,
  ids: readonly string[],
): Promise<DeliveryRow[]> {
  const { rows } = await db.query<DeliverySqlRow>(
    `${fromBothTables('t.id = ANY ($3::uuid[])')} ORDER BY id DESC`,
    [scope.shard, scope.storeId, ids],
  )
  return rows.map(toDeliveryRow)
}

/** All deliveries of a store's event, newest first: at most one an endpoint. */
export async function listEventDeliveries(
  db: Queryable,
  scope: LogScope,
  eventId: string,
): Promise<DeliveryRow[]> {
  const { first, last } = millisecondOf(eventId)
  const { rows } = await db.query<DeliverySqlRow>(
    `${fromBothTables('t.event_id = $3 AND t.id BETWEEN $4 AND $5')} ORDER BY id DESC`,
    [scope.shard, scope.storeId, eventId, first, last],
  )
  return rows.map(toDeliveryRow)
}

/** How many deliveries each of these events of a store has, pending and finished; events without any are left out. */
export async function countDeliveriesByEvent(
  db: Queryable,
  scope: LogScope,
  eventIds: readonly string[],
): Promise<Map<string, number>> {
  const milliseconds = eventIds.map(millisecondOf)
  // UNION counts a finished delivery that is being resent once. OFFSET 0 keeps one look-up an event, in one partition.
  const { rows } = await db.query<{ event_id: string; count: number }>(
    `SELECT event_id, count(*)::int AS count FROM (
       SELECT event_id, id FROM pending_delivery
       WHERE shard = $1 AND store_id = $2 AND event_id = ANY ($3::uuid[])
       UNION
       SELECT e.id, f.id FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS e(id, first, last)
       CROSS JOIN LATERAL (
         SELECT d.id FROM finished_delivery d
         WHERE d.shard = $1 AND d.store_id = $2 AND d.event_id = e.id AND d.id BETWEEN e.first AND e.last OFFSET 0) f
     ) made GROUP BY event_id`,
    [
      scope.shard,
      scope.storeId,
      eventIds,
      milliseconds.map(({ first }) => first),
      milliseconds.map(({ last }) => last),
    ],
  )
  return new Map(rows.map((row) => [row.event_id, row.count]))
}

// One statement, so that a delivery that moves between the tables is seen in exactly one of them.
function fromBothTables(condition: string): string {
  const where = `t.shard = $1 AND t.store_id = $2 AND ${condition}`
  return `SELECT ${deliveryColumns.pending_delivery} FROM pending_delivery t WHERE ${where}
UNION ALL
SELECT ${deliveryColumns.finished_delivery} FROM finished_delivery t WHERE ${where} AND ${isNotHidden('t')}`
}
