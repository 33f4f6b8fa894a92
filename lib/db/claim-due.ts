import { env } from '@/lib/env'
import type { Trigger } from '@/lib/webhooks/delivery-state'
import type { ClaimedDelivery } from './claimed-delivery'
import type { Queryable } from './client'
import { normalData } from './normal-data'

/** Which due deliveries to take: all, what people asked for (single resends and test sends), or test sends alone. */
export type ClaimScope = 'all' | 'asked' | 'tests'

/** How many due deliveries of an endpoint to take, and for how long. */
export type Quota = { endpointId: string; count: number; scope: ClaimScope; leaseMs: number }

type Row = {
  id: string
  store_id: string
  endpoint_id: string
  endpoint_revision: number
  concurrency: number
  rate_limit: number | null
  event_id: string
  event_type: string
  api_version: string
  data: string | null
  is_raw: boolean | null
  occurred_at: Date
  claims: number
  lease_ms: number
  attempts: number
  policy_step: number
  next_trigger: Trigger
  resend_actor: string | null
  resend_id: string | null
  scheduled_due_at: Date | null
  revives: boolean
  is_asked: boolean
  is_test: boolean
}

// What is there to be picked of an endpoint `w`. What is older than the log has no place left to be recorded:
// housekeeping ends it.
const picking = (condition: string) => `
    SELECT q.id, q.leased_at FROM pending_delivery q
    WHERE q.shard = $1 AND q.endpoint_id = w.endpoint_id AND q.due_at <= now()
      AND (q.leased_until IS NULL OR q.leased_until <= now())
      AND q.event_id >= (SELECT uuid_floor(now() - $6::int * interval '1 day'))${condition}
    ORDER BY q.due_at LIMIT w.quota FOR UPDATE SKIP LOCKED`

// What people asked for is picked apart, by the partial index of it, however much else waits.
// A row whose lease ran out belongs to a sender that died: its attempt is recorded as lost, and the next one counts on.
const STATEMENT = {
  name: 'claim-due',
  text: `
WITH wanted AS MATERIALIZED (
  SELECT w.* FROM unnest($2::uuid[], $3::int[], $4::text[], $5::int[]) AS w(endpoint_id, quota, scope, lease_ms)
  JOIN endpoint e ON e.id = w.endpoint_id
  WHERE w.scope = 'tests' OR (e.disabled_at IS NULL AND e.deleted_at IS NULL)
), picked AS MATERIALIZED (
  SELECT p.id, p.leased_at AS lost_at, w.lease_ms
  FROM wanted w CROSS JOIN LATERAL (${picking('')}) p
  WHERE w.scope = 'all'
  UNION ALL
  SELECT p.id, p.leased_at, w.lease_ms
  FROM wanted w CROSS JOIN LATERAL (${picking(`
      AND (q.resend_requested OR q.is_test) AND (w.scope = 'asked' OR q.is_test)`)}) p
  WHERE w.scope <> 'all'
), claimed AS (
  UPDATE pending_delivery q SET
    leased_at = now(),
    leased_until = now() + picked.lease_ms * interval '1 millisecond',
    claims = q.claims + 1,
    attempts = q.attempts + CASE WHEN q.leased_until IS NULL THEN 0 ELSE 1 END
  FROM picked
  WHERE q.shard = $1 AND q.id = ANY (ARRAY(SELECT id FROM picked)) AND q.id = picked.id
  RETURNING q.*, picked.lost_at, picked.lease_ms
), lost AS (
  INSERT INTO attempt (shard, delivery_id, number, trigger, actor, endpoint_revision, started_at, duration_ms, error, error_detail, resend_id)
  SELECT $1, c.id, c.attempts, c.next_trigger, c.resend_actor, 0, c.lost_at, 0, 'sender_lost',
    'The process that made this attempt ended before it recorded the outcome.', c.resend_id
  FROM claimed c WHERE c.lost_at IS NOT NULL
  ON CONFLICT DO NOTHING
)
SELECT c.id, c.store_id, c.endpoint_id, e.revision AS endpoint_revision, e.concurrency, e.rate_limit, c.event_id, c.event_type, c.api_version,
  v.data, v.is_raw, v.occurred_at, c.claims, c.lease_ms, c.attempts, c.policy_step, c.next_trigger, c.resend_actor, c.resend_id,
  c.scheduled_due_at, c.revives, c.resend_requested OR c.is_test AS is_asked, c.is_test
FROM claimed c
JOIN endpoint e ON e.id = c.endpoint_id
LEFT JOIN LATERAL (
  SELECT event.data, event.is_raw, event.occurred_at FROM event
  WHERE event.shard = $1 AND event.store_id = c.store_id AND event.id = c.event_id
) v ON true`,
}

/**
 * Takes due deliveries of one shard, each endpoint's up to its quota: rows that others lock are passed over, rows whose
 * lease ran out are taken; of a disabled or deleted endpoint only test sends. A delivery whose event is gone is claimed
 * but not returned.
 */
export async function claimDue(
  db: Queryable,
  shard: number,
  quotas: readonly Quota[],
): Promise<ClaimedDelivery[]> {
  const { rows } = await db.query<Row>({
    ...STATEMENT,
    values: [
      shard,
      quotas.map((quota) => quota.endpointId),
      quotas.map((quota) => quota.count),
      quotas.map((quota) => quota.scope),
      quotas.map((quota) => quota.leaseMs),
      env().LOG_RETENTION_DAYS,
    ],
  })
  return rows.flatMap((row) =>
    row.data === null ? [] : [toClaimed(shard, row, normalData(row.data, row.is_raw))],
  )
}

function toClaimed(shard: number, row: Row, data: string): ClaimedDelivery {
  return {
    shard,
    id: row.id,
    storeId: row.store_id,
    endpointId: row.endpoint_id,
    endpointRevision: row.endpoint_revision,
    concurrency: row.concurrency,
    rateLimit: row.rate_limit,
    eventId: row.event_id,
    eventType: row.event_type,
    apiVersion: row.api_version,
    data,
    occurredAt: row.occurred_at,
    claims: row.claims,
    leaseMs: row.lease_ms,
    number: row.attempts + 1,
    policyStep: row.policy_step,
    trigger: row.next_trigger,
    actor: row.resend_actor,
    resendId: row.resend_id,
    scheduledDueAt: row.scheduled_due_at,
    revives: row.revives,
    isAsked: row.is_asked,
    isTest: row.is_test,
  }
}
