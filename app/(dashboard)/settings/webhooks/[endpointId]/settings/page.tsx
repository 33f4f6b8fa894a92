import { EditEndpointForm } from '@/components/endpoints/form/edit-endpoint-form'
import { EndpointSettingsView } from '@/components/endpoints/form/endpoint-settings-view'
import type { EditableEndpoint } from '@/components/endpoints/form/form-values'
import { DangerZone } from '@/components/endpoints/page/danger-zone'
import { SecretSection } from '@/components/endpoints/secret/secret-section'
import { loadEndpoint } from '@/lib/http/screens/load-endpoint'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { getEndpointFormRules } from '@/lib/operations/endpoint-form'
import type { Endpoint } from '@/lib/operations/endpoints'
import { getRotation } from '@/lib/operations/secrets'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Settings' }

export default async function EndpointSettingsPage({
  params,
}: PageProps<'/settings/webhooks/[endpointId]/settings'>) {
  const { viewer, context, standing } = await loadEndpoint((await params).endpointId)
  const { endpoint } = standing
  const { id, name, disabledAt } = endpoint
  const rules = getEndpointFormRules(endpoint.eventTypes)
  const rotation = await orNotFound(() => getRotation(context, id))
  const mayEdit = can(viewer.role, 'endpoints:write')
  return (
    <>
      {mayEdit ? (
        <EditEndpointForm endpoint={editable(endpoint)} rules={rules} storeId={viewer.store.id} />
      ) : (
        <EndpointSettingsView endpoint={editable(endpoint)} retryPolicies={rules.retryPolicies} />
      )}
      {endpoint.kind === 'email' ? null : (
        <SecretSection endpointId={id} rotation={rotation} mayReveal={can(viewer.role, 'secrets:reveal')} />
      )}
      {mayEdit ? <DangerZone endpoint={{ id, name }} isDisabled={disabledAt !== null} /> : null}
    </>
  )
}

/** What the form needs, and no more, goes to the browser. */
function editable(endpoint: Endpoint): EditableEndpoint {
  const { id, kind, name, description, url, email, apiVersion, allEventTypes, eventTypes } = endpoint
  const { retryPolicy, timeoutMs, concurrency, rateLimit, headerNames, filter } = endpoint
  return {
    ...{ id, kind, name, description, url, email, apiVersion, allEventTypes, eventTypes },
    ...{ retryPolicy, timeoutMs, concurrency, rateLimit, headerNames, filter },
  }
}
