import { notFound } from 'next/navigation'
import { BreakableName } from '@/components/event-types/breakable-name'
import { EventTypeForm } from '@/components/event-types/event-type-form'
import { MayNotWrite } from '@/components/event-types/may-not-write'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { can } from '@/lib/permissions'

export const metadata = { title: 'Edit event type' }

export default async function EditEventTypePage({ params }: PageProps<'/event-types/[name]/edit'>) {
  const viewer = await requireViewer()
  const { categories, get } = getEventCatalogue()
  const type = get((await params).name)
  if (!type || type.isBuiltIn) notFound()
  const { name, category, description, sample, validation } = type
  const saved = {
    ...{ name, category: category.label, description, validation },
    schema: JSON.stringify(type.jsonSchema(), null, 2),
    sample: JSON.stringify(sample, null, 2),
  }
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/event-types', label: 'Event types' }]} />}
        title={
          <>
            Edit{' '}
            <span className="font-mono">
              <BreakableName name={name} />
            </span>
          </>
        }
        description="Events that were sent stay as they are; the next one is checked by what you save."
      />
      {can(viewer.role, 'event_types:write') ? (
        <EventTypeForm saved={saved} categories={categories.map(({ label }) => label)} />
      ) : (
        <MayNotWrite role={viewer.role} />
      )}
    </>
  )
}
