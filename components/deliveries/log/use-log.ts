'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import type { JsonView } from '@/lib/json-view'
import type { LogCount, LogScreen } from '@/lib/operations/delivery-log'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { firstPageOf, logQuery } from './log-address'

export type LogPage = JsonView<LogScreen>
export type LogRow = LogPage['rows'][number]

/** What the server rendered: a page of the log, for which query, and when (Unix ms). */
export type FirstPage = { query: string; at: number; page: LogPage }

/**
 * The page of the log for a filter. Once loaded it stays as it is, so that Back shows the same rows; `first.at` tells a new
 * visit, which begins with what the server rendered for it.
 */
export function useLog(first: FirstPage, filter: LogFilterInput) {
  const query = logQuery(filter)
  return useQuery({
    queryKey: ['log', first.at, query],
    queryFn: ({ signal }) => readScreen<LogPage>(`/deliveries?${query}`, signal),
    initialData: query === first.query ? first.page : undefined,
    initialDataUpdatedAt: first.at,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30 * 60_000,
  })
}

/** How many deliveries match, asked only where a page does not show it; `total` is undefined while, or where, nobody knows. */
export function useLogCount(first: FirstPage, filter: LogFilterInput, page: LogPage | undefined) {
  const query = logQuery(firstPageOf(filter))
  const hasMore = page !== undefined && (page.nextCursor !== null || page.previousCursor !== null)
  const { data, isLoading } = useQuery({
    queryKey: ['log-count', first.at, query],
    queryFn: ({ signal }) => readScreen<LogCount>(`/deliveries/count?${query}`, signal),
    enabled: hasMore,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
  return { total: hasMore ? data : undefined, isCounting: isLoading }
}
