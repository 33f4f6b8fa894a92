import type { Failing, Warned } from '@/lib/webhooks/endpoint-health'
import type { Queryable } from './client'
import type { Prisma } from './generated/client'

/** An endpoint whose store is perhaps to be told of its health. `isInUse`: neither disabled nor deleted. */
export type WatchedEndpoint = Failing &
  Warned & {
    shard: number
    storeId: string
    id: string
    name: string
    /** Or its e-mail address. */
    url: string | null
    isInUse: boolean
  }

const COLUMNS = `h.shard, e.store_id AS "storeId", e.id, e.name, coalesce(e.url, e.email) AS url,
  e.disabled_at IS NULL AND e.deleted_at IS NULL AS "isInUse", h.failing_since AS "failingSince",
  h.last_failure_at AS "lastFailureAt", h.snoozed_until AS "snoozedUntil",
  h.warned_percent AS "warnedPercent", h.warned_since AS "warnedSince"`

const FROM = 'FROM endpoint_health h JOIN endpoint e ON e.id = h.endpoint_id'

/** The statement behind `listEndpointsToTell`: both parts name what endpoint_health_failing_idx holds, so that it reads no well endpoints. */
export const watchStatement = `
(SELECT ${COLUMNS} ${FROM}
 WHERE h.failing_since <= now() - $1 * 0.5 * interval '1 millisecond' AND h.warned_percent < 100
   AND h.last_failure_at >= CASE
     WHEN h.warned_percent < 50 THEN h.failing_since + $1 * 0.5 * interval '1 millisecond'
     WHEN h.warned_percent < 90 THEN h.failing_since + $1 * 0.9 * interval '1 millisecond'
     ELSE greatest(h.failing_since + $1 * interval '1 millisecond', h.snoozed_until) END
   AND e.disabled_at IS NULL AND e.deleted_at IS NULL
 LIMIT $2)
UNION ALL
(SELECT ${COLUMNS} ${FROM}
 WHERE h.warned_percent > 0 AND h.failing_since IS DISTINCT FROM h.warned_since
 LIMIT $2)`

/**
 * Endpoints of all stores of which there may be something to tell, `limit` of each kind at most: what, `nextNotice`
 * decides. Of those that are not in use, only what was told of them is to be forgotten.
 */
export async function listEndpointsToTell(
  db: Queryable,
  disableAfterMs: number,
  limit: number,
): Promise<WatchedEndpoint[]> {
  const { rows } = await db.query<WatchedEndpoint>(watchStatement, [disableAfterMs, limit])
  return rows
}

/**
 * Notes how far an endpoint has come, unless anything about it changed since it was read: of several processes one alone
 * gets true.
 */
export async function noteWarned(
  tx: Prisma.TransactionClient,
  { shard, id, failingSince, snoozedUntil, warnedPercent, warnedSince }: WatchedEndpoint,
  percent: number,
): Promise<boolean> {
  const { count } = await tx.endpointHealth.updateMany({
    where: { shard, endpointId: id, failingSince, snoozedUntil, warnedPercent, warnedSince },
    data: { warnedPercent: percent, warnedSince: failingSince },
  })
  return count > 0
}

/** Forgets that an endpoint was warned of in a failing time that is over; one process alone gets true. */
export async function forgetWarned(
  tx: Prisma.TransactionClient,
  { shard, id, warnedPercent, warnedSince }: WatchedEndpoint,
): Promise<boolean> {
  const { count } = await tx.endpointHealth.updateMany({
    where: { shard, endpointId: id, warnedPercent, warnedSince },
    data: { warnedPercent: 0, warnedSince: null },
  })
  return count > 0
}
