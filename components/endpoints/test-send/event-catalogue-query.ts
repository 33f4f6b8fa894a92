import { queryOptions } from '@tanstack/react-query'

/** All event types with their samples: too much for a page that may never need them, so it comes when it is asked for. */
export const eventCatalogueQuery = queryOptions({
  queryKey: ['event-catalogue'],
  queryFn: async () => (await import('@/lib/webhooks/event-types/catalogue')).eventCategories,
  staleTime: Number.POSITIVE_INFINITY,
  // Schemas are no plain data to compare.
  structuralSharing: false,
})
