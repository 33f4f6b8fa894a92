import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { readScreen } from '@/components/shell/screen-query'
import type { JsonView } from '@/lib/json-view'
import type { EndpointList } from '@/lib/operations/endpoint-summaries'
import type { ListFilter } from './use-list-filter'

export type EndpointListView = JsonView<EndpointList>
export type EndpointRow = EndpointListView['endpoints'][number]

const REFRESH_MS = 15_000

/** The list as it is now, each row where it was when the page was loaded; new ones come last. */
export function useEndpointList(initial: EndpointListView, loadedAt: string) {
  const query = useQuery({
    // A later load of the page must not be hidden by what an earlier one left behind.
    queryKey: ['endpoints', loadedAt],
    queryFn: ({ signal }) => readScreen<EndpointListView>('/endpoints', signal),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  })
  const isOnline = useSyncExternalStore(watchOnline, isOnlineNow, onServer)
  const places = new Map(initial.endpoints.map(({ id }, place) => [id, place]))
  const placeOf = ({ id }: EndpointRow) => places.get(id) ?? places.size
  const endpoints = [...query.data.endpoints].sort((one, other) => placeOf(one) - placeOf(other))
  return { ...query, endpoints, limit: query.data.limit, isOnline }
}

function watchOnline(listener: () => void): () => void {
  const events = ['online', 'offline'] as const
  for (const event of events) window.addEventListener(event, listener)
  return () => {
    for (const event of events) window.removeEventListener(event, listener)
  }
}

const isOnlineNow = () => navigator.onLine
const onServer = () => true

/** Whether a row's name, URL or e-mail address holds every word that is searched for. */
export function isFound({ name, url, email }: EndpointRow, q: string): boolean {
  const text = `${name} ${url ?? email ?? ''}`.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The rows that a filter leaves. */
export function filterRows(rows: readonly EndpointRow[], { condition, q }: ListFilter): EndpointRow[] {
  return rows.filter((row) => (condition === null || row.condition === condition) && isFound(row, q))
}
