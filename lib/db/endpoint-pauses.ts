import type { Queryable } from './client'

const STATEMENT = {
  name: 'note-pause',
  text: `
INSERT INTO endpoint_health (shard, endpoint_id, paused_until)
VALUES ($1, $2, now() + $3::float8 * interval '1 millisecond')
ON CONFLICT (shard, endpoint_id) DO UPDATE SET paused_until = excluded.paused_until`,
}

/** Notes for screens that a sender pauses an endpoint for so long from now, or (null) that it goes on. */
export async function notePause(
  db: Queryable,
  shard: number,
  endpointId: string,
  pausedForMs: number | null,
): Promise<void> {
  await db.query({ ...STATEMENT, values: [shard, endpointId, pausedForMs] })
}
