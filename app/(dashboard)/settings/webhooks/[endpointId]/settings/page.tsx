import { EditEndpointForm } from '@/components/endpoints/edit-endpoint-form'
import { EndpointSettingsView } from '@/components/endpoints/endpoint-settings-view'
import { requireViewer } from '@/lib/auth'
import { pathId } from '@/lib/http/public-id'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { getEndpointFormRules } from '@/lib/operations/endpoint-form'
import { getEndpoint } from '@/lib/operations/endpoints'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Endpoint settings' }

export default async function EndpointSettingsPage({
  params,
}: PageProps<'/settings/webhooks/[endpointId]/settings'>) {
  const viewer = await requireViewer()
  const { endpointId } = await params
  const found = await orNotFound(async () => getEndpoint(contextOf(viewer, null), pathId('we', endpointId)))
  const { id, name, description, url, apiVersion, allEventTypes, eventTypes, retryPolicy } = found
  const { timeoutMs, concurrency } = found
  const endpoint = {
    id,
    name,
    description,
    url,
    apiVersion,
    allEventTypes,
    eventTypes,
    retryPolicy,
    timeoutMs,
    concurrency,
  }
  const rules = getEndpointFormRules()
  if (!can(viewer.role, 'endpoints:write')) {
    return <EndpointSettingsView endpoint={endpoint} retryPolicies={rules.retryPolicies} />
  }
  return <EditEndpointForm endpoint={endpoint} rules={rules} />
}
