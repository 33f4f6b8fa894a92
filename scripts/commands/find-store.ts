import type { Store } from '@/lib/db/generated/client'
import { findStoreBySlug } from '@/lib/db/stores'
import type { StoreContext } from '@/lib/operations/context'
import { CommandError } from './command-error'

/** The store with this slug; throws a sentence where there is none. */
export async function findStore(slug: string): Promise<Store> {
  const store = await findStoreBySlug(slug)
  if (store) return store
  throw new CommandError(
    `There is no store “${slug}”. Make it with: npm run store:create -- --name "…" --slug ${slug}`,
  )
}

/** What operations need to work for the store with this slug, asked for by nobody who signed in. */
export async function findStoreContext(slug: string): Promise<StoreContext> {
  const { id, shard, timeZone } = await findStore(slug)
  return { storeId: id, storeSlug: slug, shard, timeZone, actor: 'system', requestId: null }
}
