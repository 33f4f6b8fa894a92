import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ArchivedNotice, ArchiveEventType } from '@/components/event-types/archive-event-type'
import { BreakableName } from '@/components/event-types/breakable-name'
import { FieldsCard } from '@/components/event-types/fields-card'
import { SamplePayload } from '@/components/event-types/sample-payload'
import { SubscriberList } from '@/components/event-types/subscriber-list'
import { TypeFacts } from '@/components/event-types/type-facts'
import { ValidationSetting } from '@/components/event-types/validation-setting'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { listEventSubscribers } from '@/lib/operations/event-subscribers'
import { countChoosers, getEventCatalogue } from '@/lib/operations/event-types'
import { contextOf } from '@/lib/operations/viewer'
import { can } from '@/lib/permissions'

type Props = PageProps<'/event-types/[name]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireViewer()
  const type = getEventCatalogue().get((await params).name)
  return { title: type ? `${type.name} · Event types` : 'Not found' }
}

export default async function EventTypePage({ params }: Props) {
  const viewer = await requireViewer()
  const type = getEventCatalogue().get((await params).name)
  if (!type) notFound()
  const { name, description, isArchived, isBuiltIn, validation } = type
  const mayWrite = can(viewer.role, 'event_types:write')
  const mayEdit = mayWrite && !isBuiltIn
  const [subscribers, choosers] = await Promise.all([
    listEventSubscribers(contextOf(viewer, null)),
    mayEdit ? countChoosers(name) : 0,
  ])
  return (
    <>
      <PageHeader
        above={<Breadcrumbs items={[{ href: '/event-types', label: 'Event types' }]} />}
        title={
          <span className="font-mono">
            <BreakableName name={name} />
          </span>
        }
        description={description}
        actions={
          <>
            <Button render={<Link href={`/deliveries?type=${name}`} />}>Show deliveries</Button>
            {mayEdit ? <Button render={<Link href={`/event-types/${name}/edit`} />}>Edit</Button> : null}
            {mayEdit && !isArchived ? <ArchiveEventType name={name} choosers={choosers} /> : null}
            {can(viewer.role, 'endpoints:write') && !isArchived ? (
              <Button
                variant="primary"
                className="max-w-full max-sm:h-auto pointer-fine:max-sm:min-h-8.5 max-sm:whitespace-normal"
                render={<Link href={`/settings/webhooks/new?events=${name}`} />}
              >
                Create a webhook endpoint for this event
              </Button>
            ) : null}
          </>
        }
      />
      {isArchived ? <ArchivedNotice name={name} mayRestore={mayEdit} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <SamplePayload type={type} storeId={viewer.store.id} />
        <div className="flex flex-col gap-6">
          <TypeFacts type={type} />
          <SubscriberList subscribers={subscribers.get(name) ?? []} />
        </div>
      </div>
      <FieldsCard type={type} />
      {mayWrite ? <ValidationSetting name={name} validation={validation} /> : null}
    </>
  )
}
