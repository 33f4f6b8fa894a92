import type { Failing } from '@/lib/webhooks/endpoint-health'
import type { Queryable } from './client'

/** How an endpoint fares; `pausedUntil` is until when its deliveries are held back after repeated failures. */
export type HealthRow = Failing & { pausedUntil: Date | null }

/** How each of a store's endpoints fares that fails or was paused, by its id; the others are left out. */
export async function listHealth(
  db: Queryable,
  shard: number,
  storeId: string,
): Promise<Map<string, HealthRow>> {
  const { rows } = await db.query<HealthRow & { id: string }>(
    `SELECT h.endpoint_id AS id, h.failing_since AS "failingSince", h.last_failure_at AS "lastFailureAt",
       h.snoozed_until AS "snoozedUntil", h.paused_until AS "pausedUntil"
     FROM endpoint e JOIN endpoint_health h ON h.shard = $1 AND h.endpoint_id = e.id
     WHERE e.store_id = $2 AND e.deleted_at IS NULL AND (h.failing_since IS NOT NULL OR h.paused_until IS NOT NULL)`,
    [shard, storeId],
  )
  return new Map(rows.map(({ id, ...health }) => [id, health]))
}
