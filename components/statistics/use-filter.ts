'use client'

import { useSearchParams } from 'next/navigation'
import { readFilter, type StatisticsFilter, withFilter } from './statistics-filter'

/** The filter of this address. A change is a new entry of the history and asks the server for no page. */
export function useFilter(): [StatisticsFilter, (changes: Partial<StatisticsFilter>) => void] {
  const filter = readFilter(useSearchParams())
  return [
    filter,
    (changes) => {
      const query = withFilter(window.location.search, changes)
      window.history.pushState(null, '', query ? `?${query}` : window.location.pathname)
    },
  ]
}
