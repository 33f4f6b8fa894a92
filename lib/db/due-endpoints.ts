import type { Queryable } from './client'

/** An endpoint with pending deliveries in nobody's hands. `dueInMs` is when the first is due, 0 or less when it is. */
export type DueEndpoint = {
  endpointId: string
  storeId: string
  concurrency: number
  rateLimit: number | null
  revision: number
  timeoutMs: number
  dueInMs: number
  /** What stops its deliveries, but for test sends to a disabled one. */
  stopped: 'endpoint_disabled' | 'endpoint_deleted' | null
}

type Row = {
  endpoint_id: string
  store_id: string
  concurrency: number
  rate_limit: number | null
  revision: number
  timeout_ms: number
  due_in_ms: number
  stopped: DueEndpoint['stopped']
}

// A loose index scan: one probe an endpoint, however many rows each has waiting. What is in flight is passed over, so
// that an endpoint with nothing to claim takes up no room.
const STATEMENT = {
  name: 'due-endpoints',
  text: `
WITH RECURSIVE first AS (
  (SELECT q.endpoint_id, q.due_at FROM pending_delivery q
    WHERE q.shard = $1 AND (q.leased_until IS NULL OR q.leased_until <= now())
    ORDER BY q.endpoint_id, q.due_at LIMIT 1)
  UNION ALL
  SELECT n.endpoint_id, n.due_at FROM first f CROSS JOIN LATERAL (
    SELECT q.endpoint_id, q.due_at FROM pending_delivery q
    WHERE q.shard = $1 AND q.endpoint_id > f.endpoint_id AND (q.leased_until IS NULL OR q.leased_until <= now())
    ORDER BY q.endpoint_id, q.due_at LIMIT 1) n
)
SELECT f.endpoint_id, e.store_id, e.concurrency, e.rate_limit, e.revision, e.timeout_ms,
  (extract(epoch FROM f.due_at - now()) * 1000)::float8 AS due_in_ms,
  CASE WHEN e.deleted_at IS NOT NULL THEN 'endpoint_deleted'
    WHEN e.disabled_at IS NOT NULL THEN 'endpoint_disabled' END AS stopped
FROM first f JOIN endpoint e ON e.id = f.endpoint_id`,
}

/** The endpoints of a shard that have pending deliveries in nobody's hands, due or not. */
export async function listDueEndpoints(db: Queryable, shard: number): Promise<DueEndpoint[]> {
  const { rows } = await db.query<Row>({ ...STATEMENT, values: [shard] })
  return rows.map((row) => ({
    endpointId: row.endpoint_id,
    storeId: row.store_id,
    concurrency: row.concurrency,
    rateLimit: row.rate_limit,
    revision: row.revision,
    timeoutMs: row.timeout_ms,
    dueInMs: row.due_in_ms,
    stopped: row.stopped,
  }))
}

/** How many deliveries are due and in nobody's hands, over all shards; counted up to 100,000. */
export async function countDue(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM pending_delivery
      WHERE due_at <= now() AND (leased_until IS NULL OR leased_until <= now()) LIMIT 100000) due`,
  )
  return rows[0]?.count ?? 0
}
