import { EditEndpointForm } from '@/components/endpoints/form/edit-endpoint-form'
import { EndpointSettingsView } from '@/components/endpoints/form/endpoint-settings-view'
import { DangerZone } from '@/components/endpoints/page/danger-zone'
import { SecretSection } from '@/components/endpoints/secret/secret-section'
import { loadEndpoint } from '@/lib/http/screens/load-endpoint'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { getEndpointFormRules } from '@/lib/operations/endpoint-form'
import { getRotation } from '@/lib/operations/secrets'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Settings' }

export default async function EndpointSettingsPage({
  params,
}: PageProps<'/settings/webhooks/[endpointId]/settings'>) {
  const { viewer, context, standing } = await loadEndpoint((await params).endpointId)
  const { id, name, description, url, email, apiVersion, allEventTypes, eventTypes } = standing.endpoint
  const { retryPolicy, timeoutMs, concurrency, disabledAt } = standing.endpoint
  const endpoint = {
    id,
    name,
    description,
    url,
    email,
    apiVersion,
    allEventTypes,
    eventTypes,
    retryPolicy,
    timeoutMs,
    concurrency,
  }
  const rules = getEndpointFormRules()
  const rotation = await orNotFound(() => getRotation(context, id))
  const mayEdit = can(viewer.role, 'endpoints:write')
  return (
    <>
      {mayEdit ? (
        <EditEndpointForm endpoint={endpoint} rules={rules} />
      ) : (
        <EndpointSettingsView endpoint={endpoint} retryPolicies={rules.retryPolicies} />
      )}
      <SecretSection endpointId={id} rotation={rotation} mayReveal={can(viewer.role, 'secrets:reveal')} />
      {mayEdit ? <DangerZone endpoint={{ id, name }} isDisabled={disabledAt !== null} /> : null}
    </>
  )
}
