import type { Queryable } from './client'
import type { LogScope } from './delivery-row'

/** So many due deliveries of an endpoint are looked at. */
const MOST_QUEUED = 1_000

/**
 * What waits at an endpoint that a job sends to: how many due deliveries that are not the job's, once the first of them has
 * been due for 2 s, and whether the job's own are among what is due. With `hasMore` no more was looked at.
 */
export type EndpointQueue = { endpointId: string; others: number; hasMore: boolean; hasOwn: boolean }

// Of an endpoint that keeps up something is due at almost any moment, for a moment.
const STATEMENT = `
SELECT e.id AS "endpointId", w.has_own AS "hasOwn", w.looked = $5 AS "hasMore",
  CASE WHEN w.oldest <= now() - interval '2 seconds' THEN w.others ELSE 0 END AS others
FROM unnest($4::uuid[]) AS l(id) JOIN endpoint e ON e.id = l.id AND e.store_id = $2
CROSS JOIN LATERAL (
  SELECT count(*) AS looked, count(*) FILTER (WHERE d.resend_id IS DISTINCT FROM $3)::int AS others,
    min(d.due_at) FILTER (WHERE d.resend_id IS DISTINCT FROM $3) AS oldest,
    coalesce(bool_or(d.resend_id = $3), false) AS has_own
  FROM (
    SELECT q.resend_id, q.due_at FROM pending_delivery q
    WHERE q.shard = $1 AND q.endpoint_id = e.id AND q.due_at <= now() AND (q.leased_until IS NULL OR q.leased_until <= now())
    ORDER BY q.due_at LIMIT $5) d) w`

/** What is due at each of these endpoints of the store and in nobody's hands; those that it does not have are left out. */
export async function listEndpointQueues(
  db: Queryable,
  { shard, storeId }: LogScope,
  jobId: string,
  endpointIds: readonly string[],
): Promise<Map<string, EndpointQueue>> {
  const { rows } = await db.query<EndpointQueue>(STATEMENT, [shard, storeId, jobId, endpointIds, MOST_QUEUED])
  return new Map(rows.map((row) => [row.endpointId, row]))
}
