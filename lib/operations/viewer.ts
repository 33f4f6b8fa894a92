import { isSessionEnded } from '@/lib/db/ended-sessions'
import { refreshEventCatalogue } from '@/lib/db/event-catalogue'
import { findUserWithStores, type UserWithStores } from '@/lib/db/users'
import type { Role } from '@/lib/permissions'
import type { StoreContext } from './context'
import { isWithinTime, type Session } from './session'

type ViewerStore = UserWithStores['stores'][number]

/** A signed-in person at work in one of their stores. */
export type Viewer = {
  userId: string
  name: string
  email: string
  /** The person's own time zone, else the store's (IANA). */
  timeZone: string
  theme: string
  role: Role
  store: ViewerStore
  stores: ViewerStore[]
}

/**
 * The person behind a session, with their role as it is now; null where the session has ended (its time, a sign-out, a
 * changed password, a removed person). `chosenSlug` is the store they last switched to; another one of theirs stands in for it.
 */
export async function findViewer(session: Session, chosenSlug: string | null): Promise<Viewer | null> {
  if (!isWithinTime(session)) return null
  const [user, isEnded] = await Promise.all([
    findUserWithStores(session.userId),
    isSessionEnded(session.sessionId),
    // What the person sees and changes is of the event types as they are now.
    refreshEventCatalogue(),
  ])
  if (!user || isEnded || user.sessionVersion !== session.sessionVersion) return null
  const store = user.stores.find(({ slug }) => slug === chosenSlug) ?? user.stores[0]
  if (!store) return null
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    timeZone: user.timeZone ?? store.timeZone,
    theme: user.theme,
    role: store.role,
    store,
    stores: user.stores,
  }
}

/** What operations need of a viewer. */
export function contextOf({ userId, store }: Viewer, requestId: string | null): StoreContext {
  const { id, slug, shard, timeZone } = store
  return { storeId: id, storeSlug: slug, shard, timeZone, actor: `user:${userId}`, requestId }
}
