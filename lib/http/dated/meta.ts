import { env } from '@/lib/env'
import type { StoreContext } from '@/lib/operations/context'

/** The `meta` of an answer of the dated API; the links' hosts come from the settings. */
export function metaOf(context: StoreContext, requestId: string) {
  const { BACKOFFICE_URL, STOREFRONT_URL, PUBLIC_URL } = env()
  const fill = (template: string) =>
    template
      .replaceAll('{PUBLIC_URL}', PUBLIC_URL.replace(/\/$/, ''))
      .replaceAll('{store}', context.storeSlug)
  return {
    request_id: requestId,
    curies: [
      { name: 'bo', href: fill(BACKOFFICE_URL), templated: true, title: 'Backoffice' },
      { name: 'sf', href: fill(STOREFRONT_URL), templated: true, title: 'Storefront' },
    ],
  }
}

/** The same for a list; `nextCursor` is what to send as `after`, null on the last page. */
export function listMetaOf(context: StoreContext, requestId: string, nextCursor: string | null) {
  return { ...metaOf(context, requestId), next_cursor: nextCursor }
}
