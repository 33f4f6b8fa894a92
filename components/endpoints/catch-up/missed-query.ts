import { queryOptions } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import { formatCount } from '@/components/ui/number-format'
import { toPublicId } from '@/lib/ids'
import type { MissedCount } from '@/lib/operations/catch-up'

/** How much an endpoint missed while it was disabled, counted when it is asked. */
export function missedQuery(endpointId: string) {
  return queryOptions({
    queryKey: ['endpoint-missed', endpointId],
    queryFn: ({ signal }) =>
      readScreen<MissedCount>(`/endpoints/${toPublicId('we', endpointId)}/missed`, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** “the event it missed”, “the 312 events it missed”. */
export function missedText({ total, hasMore }: MissedCount): string {
  if (hasMore) return `the more than ${formatCount(total)} events it missed`
  return total === 1 ? 'the event it missed' : `the ${formatCount(total)} events it missed`
}
