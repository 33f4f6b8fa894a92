import { DangerZone } from '@/components/endpoints/danger-zone'
import { SecretSection } from '@/components/endpoints/secret-section'
import { loadEndpoint } from '@/lib/http/screens/load-endpoint'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { getRotation } from '@/lib/operations/secrets'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Settings' }

export default async function EndpointSettingsPage({
  params,
}: PageProps<'/settings/webhooks/[endpointId]/settings'>) {
  const { viewer, context, standing } = await loadEndpoint((await params).endpointId)
  const { id, name, disabledAt } = standing.endpoint
  const rotation = await orNotFound(() => getRotation(context, id))
  return (
    <>
      <SecretSection endpointId={id} rotation={rotation} mayReveal={can(viewer.role, 'secrets:reveal')} />
      {can(viewer.role, 'endpoints:write') ? (
        <DangerZone endpoint={{ id, name }} isDisabled={disabledAt !== null} />
      ) : null}
    </>
  )
}
