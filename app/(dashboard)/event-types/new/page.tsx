import { EventTypeForm } from '@/components/event-types/event-type-form'
import { MayNotWrite } from '@/components/event-types/may-not-write'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { can } from '@/lib/permissions'

export const metadata = { title: 'New event type' }

export default async function NewEventTypePage() {
  const viewer = await requireViewer()
  const categories = getEventCatalogue().categories.map(({ label }) => label)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/event-types', label: 'Event types' }]} />}
        title="New event type"
        description="For what happens in your stores and has no event type yet. It is there for all stores of this installation."
      />
      {can(viewer.role, 'event_types:write') ? (
        <EventTypeForm saved={null} categories={categories} />
      ) : (
        <MayNotWrite role={viewer.role} />
      )}
    </>
  )
}
