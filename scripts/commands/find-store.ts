import type { Store } from '@/lib/db/generated/client'
import { findStoreBySlug } from '@/lib/db/stores'
import { CommandError } from './command-error'

/** The store with this slug; throws a sentence where there is none. */
export async function findStore(slug: string): Promise<Store> {
  const store = await findStoreBySlug(slug)
  if (store) return store
  throw new CommandError(
    `There is no store “${slug}”. Make it with: npm run store:create -- --name "…" --slug ${slug}`,
  )
}
