import { pool } from './client'

/** Failures are forgotten after this time without another one. */
const FORGET = `interval '15 minutes'`

/** Until when any of these keys is blocked, or null. */
export async function blockedUntil(keys: readonly string[]): Promise<Date | null> {
  const { rows } = await pool().query<{ until: Date | null }>(
    'SELECT max(blocked_until) AS until FROM sign_in_failure WHERE key = ANY ($1::text[]) AND blocked_until > now()',
    [keys],
  )
  return rows[0]?.until ?? null
}

const COUNT_FAILURE = `INSERT INTO sign_in_failure AS f (key, count, last_at) VALUES ($1, 1, now())
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN greatest(f.last_at, f.blocked_until) < now() - ${FORGET} THEN 1 ELSE f.count + 1 END,
       last_at = now(),
       blocked_until = CASE
         WHEN greatest(f.last_at, f.blocked_until) < now() - ${FORGET} OR f.count + 1 < $2::int THEN NULL
         ELSE now() + least(interval '1 minute' * 2 ^ least(f.count + 1 - $2::int, 10), interval '1 hour') END`

/**
 * Notes a failure before it is one, so that guesses made side by side count too. From `free` of them on the key is blocked,
 * for a minute, then two, then four, an hour at most: never for good, since that would let anyone lock somebody out. False
 * where it is blocked already: nothing was noted, and nothing may be tried.
 */
export async function takeGuess(key: string, free: number): Promise<boolean> {
  const { rowCount } = await pool().query(
    `${COUNT_FAILURE} WHERE f.blocked_until IS NULL OR f.blocked_until <= now()`,
    [key, free],
  )
  return rowCount === 1
}

/** Takes back one guess, which was right, from a key that others' guesses count under too. */
export async function returnGuess(key: string, free: number): Promise<void> {
  await pool().query(
    `UPDATE sign_in_failure SET count = greatest(count - 1, 0),
       blocked_until = CASE WHEN count - 1 < $2::int THEN NULL ELSE blocked_until END WHERE key = $1`,
    [key, free],
  )
}

/** Forgets the failures under a key. */
export async function forgetFailures(key: string): Promise<void> {
  await pool().query('DELETE FROM sign_in_failure WHERE key = $1', [key])
}
