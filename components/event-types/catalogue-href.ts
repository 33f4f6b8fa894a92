import type { Route } from 'next'

/** The catalogue, searched for these words. */
export function catalogueHref(query: string): Route {
  return query === '' ? '/event-types' : `/event-types?${new URLSearchParams({ q: query })}`
}
