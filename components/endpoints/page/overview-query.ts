import { queryOptions } from '@tanstack/react-query'
import { readScreen } from '@/components/shell/screen-query'
import { toPublicId } from '@/lib/ids'
import type { JsonView } from '@/lib/json-view'
import type { EndpointOverview } from '@/lib/operations/endpoint-overview'

/** How an endpoint fares, as it came over the network. */
export type OverviewView = JsonView<EndpointOverview>

export function overviewQuery(endpointId: string) {
  return queryOptions({
    queryKey: ['endpoint-overview', endpointId],
    queryFn: ({ signal }) => readScreen<OverviewView>(`/endpoints/${toPublicId('we', endpointId)}`, signal),
  })
}
