import type { Queryable } from './client'

/** An endpoint with what it listens to and how it is. */
export type ListeningEndpoint = {
  id: string
  name: string
  allEventTypes: boolean
  eventTypes: string[]
  disabledAt: Date | null
  disabledReason: string | null
  failingSince: Date | null
}

/** A store's endpoints by name, deleted ones left out, each with the event types that it chose. */
export async function listListeningEndpoints(
  db: Queryable,
  shard: number,
  storeId: string,
): Promise<ListeningEndpoint[]> {
  const { rows } = await db.query<ListeningEndpoint>(
    `SELECT e.id, e.name, e.all_event_types AS "allEventTypes", e.event_types AS "eventTypes",
            e.disabled_at AS "disabledAt", e.disabled_reason AS "disabledReason", h.failing_since AS "failingSince"
     FROM endpoint e
     LEFT JOIN endpoint_health h ON h.shard = $1 AND h.endpoint_id = e.id
     WHERE e.store_id = $2 AND e.deleted_at IS NULL
     ORDER BY lower(e.name), e.id`,
    [shard, storeId],
  )
  return rows
}
