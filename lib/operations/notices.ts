import { pool } from '@/lib/db/client'
import { countNewNotices, listNotices, type Notice, setNoticesSeen } from '@/lib/db/notices'
import { hasMailServer } from '@/lib/delivery/mailer'
import type { StoreContext } from './context'

export type { Notice }

/** A page of what a person is told of the store's endpoints, the newest first. `isMailed`: whether e-mail can be sent. */
export type NoticePage = { notices: Notice[]; hasOlder: boolean; isMailed: boolean }

const PAGE = 25

/** The notices of the person's store, those before `before` (an id), or the newest. */
export async function getNoticePage(
  { storeId }: StoreContext,
  userId: string,
  before: string | null,
): Promise<NoticePage> {
  const rows = await listNotices(pool(), storeId, userId, { limit: PAGE + 1, before })
  return { notices: rows.slice(0, PAGE), hasOlder: rows.length > PAGE, isMailed: hasMailServer() }
}

/** How many notices are new to the person, 100 at most. */
export function getNewNoticeCount({ storeId }: StoreContext, userId: string): Promise<number> {
  return countNewNotices(pool(), storeId, userId)
}

/** Notes that the person has seen the notices up to this one. */
export function markNoticesSeen({ storeId }: StoreContext, userId: string, newestId: string): Promise<void> {
  return setNoticesSeen(pool(), storeId, userId, newestId)
}
