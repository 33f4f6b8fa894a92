import type pg from 'pg'
import { env } from '@/lib/env'
import type { ResendLease } from './lease-resends'
import { type Progress, type StepAnswer, takeResendStep } from './resend-step'

// What is looked at again here: between the plan and this moment a delivery may have arrived, or been sent by another.
// The fence goes on after the finished row's, as in the resend of one. Not a named statement: it is planned for the
// tables as they are, each time.
const STATEMENT = `
INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, claims, attempts,
  resend_actor, resend_id, revives, next_trigger, last_attempt_at, last_trigger, last_duration_ms, last_http_status, last_error)
SELECT f.shard, f.id, f.store_id, f.endpoint_id, f.event_id, f.event_type, f.api_version, now(), f.claims + 1, f.attempts,
  j.actor, j.id, true, $4::text, f.last_attempt_at, f.last_trigger, f.last_duration_ms, f.last_http_status, f.last_error
FROM resend j CROSS JOIN unnest($3::uuid[]) WITH ORDINALITY AS p(id, position)
CROSS JOIN LATERAL (
  SELECT * FROM finished_delivery d WHERE d.shard = $2::smallint AND d.store_id = j.store_id AND d.id = p.id OFFSET 0) f
JOIN endpoint e ON e.id = f.endpoint_id AND e.disabled_at IS NULL AND e.deleted_at IS NULL
WHERE j.id = $1::uuid AND NOT f.is_test AND f.finished_at <= j.created_at AND (f.status <> 'delivered' OR $5::boolean)
  -- What is older than the log has no place left to be recorded.
  AND f.event_id >= uuid_floor(now() - $6::int * interval '1 day')
  AND (SELECT true FROM event v WHERE v.shard = f.shard AND v.store_id = f.store_id AND v.id = f.event_id)
  AND (SELECT true FROM pending_delivery q WHERE q.shard = f.shard AND q.id = f.id) IS NULL
ORDER BY p.position
ON CONFLICT DO NOTHING`

/** What a step of a job sends once more, and where that brings it. */
export type QueueStep = {
  ids: readonly string[]
  trigger: 'resend' | 'catch_up'
  includeDelivered: boolean
  progress: Progress
}

/**
 * Queues finished deliveries for one more go by their endpoint's policy, and moves the job on. What does not need it any
 * more is skipped.
 */
export async function queueResends(
  pool: Pick<pg.Pool, 'connect'>,
  lease: ResendLease,
  { ids, trigger, includeDelivered, progress }: QueueStep,
): Promise<StepAnswer> {
  return takeResendStep(pool, lease, { count: ids.length, progress }, async (db) => {
    const { rowCount } = await db.query(STATEMENT, [
      lease.jobId,
      lease.shard,
      ids,
      trigger,
      includeDelivered,
      env().LOG_RETENTION_DAYS,
    ])
    return rowCount ?? 0
  })
}
