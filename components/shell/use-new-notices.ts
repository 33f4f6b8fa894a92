'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import { readScreen } from './screen-query'

const REFRESH_MS = 60_000

export const newNoticesQuery = queryOptions({
  queryKey: ['new-notices'],
  queryFn: ({ signal }) => readScreen<{ count: number }>('/notices/new', signal),
})

/** How many notices are new to the person; `initial` is what the server rendered. */
export function useNewNotices(initial: number): number {
  const { data } = useQuery({
    ...newNoticesQuery,
    initialData: { count: initial },
    refetchInterval: REFRESH_MS,
  })
  return data.count
}
