import { EndpointsScreen } from '@/components/endpoints/list/endpoints-screen'
import { requireViewer } from '@/lib/auth'
import { now } from '@/lib/clock'
import { jsonView } from '@/lib/json-view'
import { getEndpointList } from '@/lib/operations/endpoint-summaries'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  const viewer = await requireViewer()
  return (
    <EndpointsScreen
      initial={jsonView(await getEndpointList(contextOf(viewer, null)))}
      loadedAt={now().toISOString()}
      mayEdit={can(viewer.role, 'endpoints:write')}
    />
  )
}
