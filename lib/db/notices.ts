import { newId } from '@/lib/ids'
import type { NoticeKind } from '@/lib/webhooks/endpoint-health'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import type { Queryable } from './client'
import type { Prisma } from './generated/client'

/** What a notice's text needs, as it was then; instants as ISO 8601. */
export type NoticeDetails = {
  name: string
  /** Or its e-mail address. */
  url: string | null
  failingSince: string | null
  disablesAt: string | null
  /** The latest failure, while it was on record. */
  failure: { error: ErrorKind; httpStatus: number | null } | null
}

/** A notice about an endpoint. `isNew`: it came after the person last looked. */
export type Notice = {
  id: string
  kind: NoticeKind
  at: Date
  endpointId: string
  isDeleted: boolean
  isNew: boolean
  details: NoticeDetails
}

// More than this many are not counted.
const MOST_COUNTED = 100

/** Writes a notice, within the transaction that makes it true. */
export async function addNotice(
  tx: Prisma.TransactionClient,
  notice: { storeId: string; endpointId: string; kind: NoticeKind; details: NoticeDetails },
): Promise<void> {
  await tx.notice.create({ data: { id: newId(), ...notice } })
}

// What was told before somebody joined is not news to them.
const SEEN = 'coalesce(m.notices_seen_at, m.created_at)'

/** A store's notices for one of its people, the newest first, from the one after `before` on. */
export async function listNotices(
  db: Queryable,
  storeId: string,
  userId: string,
  page: { limit: number; before: string | null },
): Promise<Notice[]> {
  const { rows } = await db.query<Notice>(
    `SELECT n.id, n.kind, n.created_at AS at, n.endpoint_id AS "endpointId", n.details,
       e.id IS NULL OR e.deleted_at IS NOT NULL AS "isDeleted", n.created_at > ${SEEN} AS "isNew"
     FROM notice n JOIN membership m ON m.store_id = n.store_id AND m.user_id = $2
     LEFT JOIN endpoint e ON e.id = n.endpoint_id AND e.store_id = n.store_id
     WHERE n.store_id = $1 AND ($3::uuid IS NULL OR n.id < $3) ORDER BY n.id DESC LIMIT $4`,
    [storeId, userId, page.before, page.limit],
  )
  return rows
}

/** How many of a store's notices are new to one of its people, 100 at most. */
export async function countNewNotices(db: Queryable, storeId: string, userId: string): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    // An id may be a moment older than its row.
    `SELECT count(*)::int AS count FROM (
       SELECT FROM membership m JOIN notice n ON n.store_id = m.store_id
         AND n.id >= uuid_floor(${SEEN} - interval '10 minutes') AND n.created_at > ${SEEN}
       WHERE m.store_id = $1 AND m.user_id = $2 LIMIT ${MOST_COUNTED}
     ) fresh`,
    [storeId, userId],
  )
  return rows[0]?.count ?? 0
}

/** Notes that one of a store's people has seen its notices up to this one. */
export async function setNoticesSeen(
  db: Queryable,
  storeId: string,
  userId: string,
  newestId: string,
): Promise<void> {
  await db.query(
    `UPDATE membership m SET notices_seen_at = greatest(m.notices_seen_at, n.created_at)
     FROM notice n WHERE m.store_id = $1 AND m.user_id = $2 AND n.store_id = m.store_id AND n.id = $3`,
    [storeId, userId, newestId],
  )
}
