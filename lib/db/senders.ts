import type { Queryable } from './client'

/** A process that sends, as the others see it. */
export type SenderIdentity = { id: string; host: string; pid: number; version: string }

/** Another sender that is alive; times are Unix ms by the database's clock. */
export type LiveSender = { id: string; host: string; pid: number; seenAtMs: number }

/** A sender that was not seen for so long may be taken for dead, in ms. */
export const SENDER_LIVE_MS = 6_000

const FORGOTTEN_AFTER_MS = 60_000

const BEAT = {
  name: 'beat-sender',
  text: `
WITH swept AS (
  DELETE FROM sender WHERE seen_at < now() - $6::int * interval '1 millisecond' AND id <> $1::uuid
), beat AS (
  INSERT INTO sender (id, host, pid, version, started_at, seen_at) VALUES ($1::uuid, $2, $3, $4, now(), now())
  ON CONFLICT (id) DO UPDATE SET seen_at = now()
)
SELECT extract(epoch FROM now())::float8 * 1000 AS now_ms, s.id, s.host, s.pid,
  extract(epoch FROM s.seen_at)::float8 * 1000 AS seen_at_ms
FROM (SELECT) one LEFT JOIN sender s
  ON s.id <> $1::uuid AND s.seen_at > now() - $5::int * interval '1 millisecond'`,
}

type Row = { now_ms: number; id: string | null; host: string; pid: number; seen_at_ms: number }

/**
 * Shows that a sender is alive, and lists the others that are, as of the database's `nowMs`. Who was not seen for a
 * minute is forgotten.
 */
export async function beatSender(
  db: Queryable,
  { id, host, pid, version }: SenderIdentity,
): Promise<{ nowMs: number; others: LiveSender[] }> {
  const values = [id, host, pid, version, SENDER_LIVE_MS, FORGOTTEN_AFTER_MS]
  const { rows } = await db.query<Row>({ ...BEAT, values })
  const others = rows.flatMap(({ id: otherId, host: otherHost, pid: otherPid, seen_at_ms: seenAtMs }) =>
    otherId === null ? [] : [{ id: otherId, host: otherHost, pid: otherPid, seenAtMs }],
  )
  return { nowMs: rows[0]?.now_ms ?? 0, others }
}

/** Strikes senders that ended off the list. */
export async function removeSenders(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query('DELETE FROM sender WHERE id = ANY ($1::uuid[])', [ids])
}
