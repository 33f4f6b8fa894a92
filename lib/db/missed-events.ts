import { env } from '@/lib/env'
import type { Queryable } from './client'
import type { LogScope } from './delivery-row'
import { listens } from './endpoint-listens-sql'
import { firstIdAt, lastIdAt, laterOf } from './id-range'
import type { MissedTime } from './resend-jobs'

// An event made just before a change may be stored just after it, and the clocks of two machines differ a little. What
// has a delivery already is never sent by a catch-up, so a wider time costs nothing.
const MARGIN_MS = 2_000

type Pause = { id: string; startedAt: Date; endedAt: Date | null; caughtUpTo: string | null; createdAt: Date }

/**
 * The disabled times of an endpoint that are not caught up, oldest first, as far back as the log is kept; one that has
 * not ended goes up to `now`.
 */
export async function listMissedTimes(db: Queryable, endpointId: string, now: Date): Promise<MissedTime[]> {
  const { rows } = await db.query<Pause>(
    `SELECT p.id, p.started_at AS "startedAt", p.ended_at AS "endedAt", p.caught_up_to AS "caughtUpTo", e.created_at AS "createdAt"
     FROM endpoint_pause p JOIN endpoint e ON e.id = p.endpoint_id
     WHERE p.endpoint_id = $1 AND (p.ended_at IS NULL OR p.ended_at > now() - $2::int * interval '1 day')
     ORDER BY p.started_at, p.id`,
    [endpointId, env().LOG_RETENTION_DAYS],
  )
  const oldestMs = now.getTime() - env().LOG_RETENTION_DAYS * 86_400_000
  const times: MissedTime[] = []
  for (const pause of rows) {
    const time = toMissedTime(pause, oldestMs, now)
    if (time) times.push(behind(time, times.at(-1)))
  }
  return times
}

function toMissedTime(pause: Pause, oldestMs: number, now: Date): MissedTime | null {
  const startMs = Math.max(pause.startedAt.getTime() - MARGIN_MS, pause.createdAt.getTime(), oldestMs)
  const endMs = (pause.endedAt ?? now).getTime() + MARGIN_MS
  const start = firstIdAt(startMs)
  const upTo = lastIdAt(endMs)
  const after = laterOf(pause.caughtUpTo ?? start, start)
  if (after >= upTo) return null
  const from = new Date(pause.startedAt.getTime() - MARGIN_MS).toISOString()
  return { pauseId: pause.id, after, upTo, from, to: new Date(endMs).toISOString() }
}

/** The time without what the one before it covers, so that nothing is counted twice. */
function behind(time: MissedTime, before: MissedTime | undefined): MissedTime {
  if (!before) return time
  return {
    ...time,
    after: laterOf(time.after, before.upTo),
    from: laterOf(time.from, before.to),
  }
}

/** A part of an endpoint's events: those with ids in (`after`, `upTo`], `window` of the store's at most. */
export type MissedPart = { endpointId: string; after: string; upTo: string; window: number }

// The window is over all events of the store, so that a look takes a bounded time whatever the endpoint listens to.
const PART = `
WITH e AS MATERIALIZED (
  SELECT id, all_event_types, event_types, filter FROM endpoint WHERE id = $3::uuid
), seen AS MATERIALIZED (
  SELECT v.id, v.type, v.is_test, v.data FROM event v
  WHERE v.shard = $1::smallint AND v.store_id = $2::uuid AND v.id > $4::uuid AND v.id <= $5::uuid
  ORDER BY v.id LIMIT $6
), missed AS (
  SELECT s.id FROM seen s CROSS JOIN e
  WHERE ${listens('e', 's')}
    AND (SELECT true FROM pending_delivery q WHERE q.shard = $1::smallint AND q.id = delivery_id(s.id, e.id)) IS NULL
    AND (SELECT true FROM finished_delivery f
      WHERE f.shard = $1::smallint AND f.store_id = $2::uuid AND f.id = delivery_id(s.id, e.id)) IS NULL
)
SELECT ARRAY(SELECT id FROM missed ORDER BY id)::text[] AS ids,
  (SELECT id FROM seen ORDER BY id OFFSET $6::int - 1 LIMIT 1) AS reached`

/**
 * The events of a part that the endpoint listens to today and has no delivery of, oldest first; `reached` is the last
 * event that was looked at, null where the part ends.
 */
export async function listMissedEvents(
  db: Queryable,
  { shard, storeId }: LogScope,
  { endpointId, after, upTo, window }: MissedPart,
): Promise<{ ids: string[]; reached: string | null }> {
  const { rows } = await db.query<{ ids: string[]; reached: string | null }>(PART, [
    shard,
    storeId,
    endpointId,
    after,
    upTo,
    window,
  ])
  return rows[0] ?? { ids: [], reached: null }
}
