import { queryOptions } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import type { EventType } from '@/lib/webhooks/event-types/define-event-type'

const FRESH_MS = 60_000

/** All event types with their samples: too much for a page that may never need them, so it comes when it is asked for. */
export const eventCatalogueQuery = queryOptions({
  queryKey: ['event-catalogue'],
  queryFn: async ({ signal }) => {
    const [{ eventCategories }, { withMoreTypes }, { types }] = await Promise.all([
      import('@/lib/webhooks/event-types/catalogue'),
      import('@/lib/webhooks/event-types/group-event-types'),
      readScreen<{ types: EventType[] }>('/event-types', signal),
    ])
    return withMoreTypes<EventType>(eventCategories, types)
  },
  staleTime: FRESH_MS,
  // Schemas are no plain data to compare.
  structuralSharing: false,
})
