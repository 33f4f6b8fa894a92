import { redirect } from 'next/navigation'
import { CreateEndpoint } from '@/components/endpoints/form/create-endpoint'
import { LimitReached } from '@/components/endpoints/form/limit-reached'
import { MayNotCreate } from '@/components/endpoints/form/may-not-create'
import { requireViewer } from '@/lib/auth'
import { fromPublicId } from '@/lib/ids'
import { getEndpointFormRules, getEndpointLimit } from '@/lib/operations/endpoint-form'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Create webhook endpoint' }

export default async function NewEndpointPage({ searchParams }: PageProps<'/settings/webhooks/new'>) {
  const viewer = await requireViewer()
  const { created, events } = await searchParams
  if (typeof created === 'string' && fromPublicId('we', created)) redirect(`/settings/webhooks/${created}`)
  if (!can(viewer.role, 'endpoints:write')) return <MayNotCreate role={viewer.role} />
  const { limit, isReached } = await getEndpointLimit(contextOf(viewer, null))
  if (isReached) return <LimitReached limit={limit} />
  return (
    <CreateEndpoint rules={getEndpointFormRules()} storeId={viewer.store.id} eventTypes={choosable(events)} />
  )
}

/** Which of the event types that a link names, with commas between, an endpoint can choose. */
function choosable(events: string | string[] | undefined): string[] {
  if (typeof events !== 'string') return []
  const catalogue = getEventCatalogue()
  return [...new Set(events.split(','))].filter((name) => catalogue.get(name)?.isArchived === false)
}
