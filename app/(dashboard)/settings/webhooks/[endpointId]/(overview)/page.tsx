import { EndpointAbout } from '@/components/endpoints/overview/endpoint-about'
import { Overview } from '@/components/endpoints/overview/overview'
import { loadEndpoint } from '@/lib/http/screens/load-endpoint'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { jsonView } from '@/lib/json-view'
import { getEndpointOverview } from '@/lib/operations/endpoint-overview'
import { retryDelaysMs } from '@/lib/operations/endpoints'
import { can } from '@/lib/permissions'

export default async function EndpointOverviewPage({ params }: PageProps<'/settings/webhooks/[endpointId]'>) {
  const { viewer, context, standing } = await loadEndpoint((await params).endpointId)
  const { endpoint } = standing
  const overview = await orNotFound(() => getEndpointOverview(context, endpoint.id))
  return (
    <>
      <Overview
        endpointId={endpoint.id}
        initial={jsonView(overview)}
        maySendTests={can(viewer.role, 'test_sends:write')}
      />
      <EndpointAbout endpoint={endpoint} retryDelaysMs={retryDelaysMs(endpoint.retryPolicy)} />
    </>
  )
}
