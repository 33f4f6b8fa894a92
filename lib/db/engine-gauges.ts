import type { Queryable } from './client'
import { SENDER_LIVE_MS } from './senders'

/** How the deployment stands, over all stores. Deliveries are counted up to 100,000. */
export type EngineGauges = {
  pending: number
  /** Due, and in nobody's hands. */
  due: number
  /** How long the first of these has been due, in seconds; 0 where none is. */
  oldestDueSeconds: number
  liveSenders: number
  enabledEndpoints: number
  /** Of the enabled ones, those whose last attempt failed. */
  failingEndpoints: number
  /** By why they are disabled. */
  disabledManually: number
  disabledAsFailing: number
  disabledAsGone: number
}

const MOST_COUNTED = 100_000

// The oldest by a loose index scan: one probe an endpoint, however many rows each has waiting.
const STATEMENT = {
  name: 'engine-gauges',
  text: `
WITH RECURSIVE first AS (
  (SELECT q.shard, q.endpoint_id, q.due_at FROM pending_delivery q
    WHERE q.leased_until IS NULL OR q.leased_until <= now()
    ORDER BY q.shard, q.endpoint_id, q.due_at LIMIT 1)
  UNION ALL
  SELECT n.shard, n.endpoint_id, n.due_at FROM first f CROSS JOIN LATERAL (
    SELECT q.shard, q.endpoint_id, q.due_at FROM pending_delivery q
    WHERE (q.shard, q.endpoint_id) > (f.shard, f.endpoint_id) AND (q.leased_until IS NULL OR q.leased_until <= now())
    ORDER BY q.shard, q.endpoint_id, q.due_at LIMIT 1) n
), kept AS (
  SELECT
    count(*) FILTER (WHERE disabled_at IS NULL) AS enabled,
    count(*) FILTER (WHERE disabled_reason = 'manual') AS manual,
    count(*) FILTER (WHERE disabled_reason = 'failing') AS failing,
    count(*) FILTER (WHERE disabled_reason = 'gone') AS gone
  FROM endpoint WHERE deleted_at IS NULL
)
SELECT
  (SELECT count(*) FROM (SELECT FROM pending_delivery LIMIT $1) p)::int AS pending,
  (SELECT count(*) FROM (SELECT FROM pending_delivery
    WHERE due_at <= now() AND (leased_until IS NULL OR leased_until <= now()) LIMIT $1) d)::int AS due,
  (SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0) FROM first WHERE due_at <= now())::float8
    AS "oldestDueSeconds",
  (SELECT count(*) FROM sender WHERE seen_at > now() - $2::int * interval '1 millisecond')::int AS "liveSenders",
  kept.enabled::int AS "enabledEndpoints",
  (SELECT count(*) FROM endpoint_health h JOIN endpoint e ON e.id = h.endpoint_id
    WHERE h.failing_since IS NOT NULL AND e.disabled_at IS NULL AND e.deleted_at IS NULL)::int AS "failingEndpoints",
  kept.manual::int AS "disabledManually", kept.failing::int AS "disabledAsFailing", kept.gone::int AS "disabledAsGone"
FROM kept`,
}

/** How the deployment stands now. For whoever operates it, so of all stores and shards at once. */
export async function getEngineGauges(db: Queryable): Promise<EngineGauges> {
  const { rows } = await db.query<EngineGauges>({ ...STATEMENT, values: [MOST_COUNTED, SENDER_LIVE_MS] })
  const [gauges] = rows
  if (!gauges) throw new Error('The gauges of the engine came without a row.')
  return gauges
}
