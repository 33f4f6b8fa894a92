import type { Queryable } from './client'

/** How many more deliveries of a job an endpoint may get now. */
export type EndpointRoom = { endpointId: string; room: number; isStopped: boolean }

// However much waits, no more is looked at than the endpoint's cap.
const STATEMENT = `
SELECT e.id AS "endpointId", (e.disabled_at IS NOT NULL OR e.deleted_at IS NOT NULL) AS "isStopped",
  CASE WHEN w.has_others THEN 0 ELSE e.concurrency - w.waiting END AS room
FROM unnest($3::uuid[]) AS l(id) JOIN endpoint e ON e.id = l.id
CROSS JOIN LATERAL (
  SELECT count(*)::int AS waiting, coalesce(bool_or(d.is_free AND d.resend_id IS DISTINCT FROM $2), false) AS has_others
  FROM (
    SELECT q.resend_id, (q.leased_until IS NULL OR q.leased_until <= now()) AS is_free FROM pending_delivery q
    WHERE q.shard = $1 AND q.endpoint_id = e.id AND q.due_at <= now() ORDER BY q.due_at LIMIT e.concurrency) d) w`

/**
 * What each endpoint has room for: as many as its cap leaves besides what is due or in flight, and nothing while
 * anything but the job's own waits for it. So fresh events never stand behind more of a job than its cap.
 */
export async function listEndpointRoom(
  db: Queryable,
  shard: number,
  jobId: string,
  endpointIds: readonly string[],
): Promise<Map<string, EndpointRoom>> {
  const { rows } = await db.query<EndpointRoom>(STATEMENT, [shard, jobId, endpointIds])
  return new Map(rows.map((row) => [row.endpointId, row]))
}
