import type { Queryable } from './client'
import type { Notice } from './notices'

/** A notice that is taken to be mailed. `mailedTo` are the people (user ids) who have it already; `tries` counts this one. */
export type UnmailedNotice = Pick<Notice, 'id' | 'kind' | 'at' | 'endpointId' | 'details'> & {
  storeId: string
  mailedTo: string[]
  tries: number
}

/** Somebody who is written to about a store's endpoints. */
export type Recipient = { id: string; name: string; email: string; timeZone: string }

const LEASE = `interval '5 minutes'`
const MOST_TRIES = 20

// Once a mail server is set, it must not send what has long been history.
const STATEMENT = `
UPDATE notice SET mail_leased_until = now() + ${LEASE}, mail_attempts = mail_attempts + 1
WHERE id = (
  SELECT id FROM notice
  WHERE mailed_at IS NULL AND id > uuid_floor(now() - interval '1 day')
    AND (mail_leased_until IS NULL OR mail_leased_until <= now()) AND mail_attempts < ${MOST_TRIES}
  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, kind, created_at AS at, endpoint_id AS "endpointId", store_id AS "storeId", details,
  coalesce(details -> 'mailedTo', '[]') AS "mailedTo", mail_attempts AS tries`

/** Takes the oldest notice of the last day that is to be mailed and that nobody else has, for 5 minutes; null for none. */
export async function claimNotice(db: Queryable): Promise<UnmailedNotice | null> {
  const { rows } = await db.query<UnmailedNotice>(STATEMENT)
  return rows[0] ?? null
}

/** Notes at once that a person has a claimed notice, and keeps it claimed. */
export async function noteMailedTo(db: Queryable, noticeId: string, userId: string): Promise<void> {
  await db.query(
    `UPDATE notice SET mail_leased_until = now() + ${LEASE},
       details = jsonb_set(details, '{mailedTo}', coalesce(details -> 'mailedTo', '[]') || to_jsonb($2::text))
     WHERE id = $1`,
    [noticeId, userId],
  )
}

/** Notes that everybody has it who is to have it. */
export async function finishMailing(db: Queryable, noticeId: string): Promise<void> {
  await db.query(`UPDATE notice SET mailed_at = now(), mail_leased_until = NULL WHERE id = $1`, [noticeId])
}

/** Lets a claimed notice be taken again after a while. */
export async function postponeMailing(db: Queryable, noticeId: string, delayMs: number): Promise<void> {
  await db.query(
    `UPDATE notice SET mail_leased_until = now() + $2 * interval '1 millisecond' WHERE id = $1`,
    [noticeId, delayMs],
  )
}

/** The people of a store who may change its endpoints, each with the time zone they read (their own, else the store's). */
export async function listRecipients(
  db: Queryable,
  storeId: string,
): Promise<{ storeName: string; people: Recipient[] }> {
  const { rows } = await db.query<{ storeName: string } & Recipient>(
    `SELECT s.name AS "storeName", u.id, u.name, u.email, coalesce(u.time_zone, s.time_zone) AS "timeZone"
     FROM store s JOIN membership m ON m.store_id = s.id JOIN app_user u ON u.id = m.user_id
     WHERE s.id = $1 AND m.role IN ('operator', 'admin') ORDER BY u.id`,
    [storeId],
  )
  return {
    storeName: rows[0]?.storeName ?? '',
    people: rows.map(({ storeName, ...person }) => person),
  }
}
