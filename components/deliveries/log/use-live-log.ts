'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readScreen } from '@/components/shell/screen-query'
import { toPublicId } from '@/lib/ids'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { logQuery } from './log-address'
import type { LogPage, LogRow } from './use-log'

const EVERY_MS = 5_000
// Whoever resends is waiting for the outcome.
const RESEND_EVERY_MS = 2_000

type Shown = {
  visit: number
  /** The page as it was loaded, undefined where it could not be. */
  page: LogPage | undefined
  loadedAt: number
  filter: LogFilterInput
  isLive: boolean
}

/**
 * The shown rows as they are now, in the places where they were, and how many newer ones there are: nothing is ever moved.
 * It rests while the tab is hidden. Resends are followed without `isLive` too.
 */
export function useLiveLog({ visit, page, loadedAt, filter, isLive }: Shown) {
  const ids = (page?.rows ?? []).map((row) => toPublicId('dlv', row.id)).join(',')
  const states = useQuery({
    queryKey: ['log-states', visit, ids],
    queryFn: ({ signal }) => readScreen<{ rows: LogRow[] }>(`/deliveries/states?ids=${ids}`, signal),
    initialData: { rows: page?.rows ?? [] },
    initialDataUpdatedAt: loadedAt,
    staleTime: EVERY_MS,
    enabled: ids !== '',
    refetchInterval: ({ state }) =>
      state.data?.rows.some((row) => row.resendRequested) ? RESEND_EVERY_MS : isLive && EVERY_MS,
    refetchOnWindowFocus: isLive,
    refetchOnMount: isLive,
  })
  const newer = useNewer({ visit, page, loadedAt, filter, isLive })
  const isOutrun = states.dataUpdatedAt < loadedAt
  const rows = useMemo(() => {
    const now = new Map(isOutrun ? [] : states.data.rows.map((row) => [row.id, row]))
    return (page?.rows ?? []).map((row) => now.get(row.id) ?? row)
  }, [page, states.data, isOutrun])
  return {
    rows,
    newer,
    isInterrupted: isLive && states.failureCount > 0,
    refresh: () => states.refetch(),
  }
}

/** How many matching deliveries are newer than the first page; `hasMore` where it is more than that. */
function useNewer({ visit, page, loadedAt, filter, isLive }: Shown): { count: number; hasMore: boolean } {
  const isFirstPage = !filter.after && !filter.before && !page?.isEndpointUnknown
  const top = page?.rows[0]
  const query = logQuery({ ...filter, ...(top ? { before: toPublicId('dlv', top.id) } : {}) })
  const { data } = useQuery({
    queryKey: ['log-newer', visit, query],
    queryFn: async ({ signal }) => {
      const { rows, previousCursor, nextCursor } = await readScreen<LogPage>(`/deliveries?${query}`, signal)
      return { count: rows.length, hasMore: (top ? previousCursor : nextCursor) !== null }
    },
    initialData: { count: 0, hasMore: false },
    initialDataUpdatedAt: loadedAt,
    staleTime: EVERY_MS,
    enabled: page !== undefined && isFirstPage && isLive,
    refetchInterval: EVERY_MS,
  })
  return data
}
