import type { Metadata } from 'next'
import { eventTypeGroups } from '@/components/statistics/event-type-groups'
import { readFilter, toQuestion } from '@/components/statistics/statistics-filter'
import { StatisticsView } from '@/components/statistics/statistics-view'
import { requireViewer } from '@/lib/auth'
import { pathId } from '@/lib/http/public-id'
import { orNotFound } from '@/lib/http/screens/or-not-found'
import { getEndpoint } from '@/lib/operations/endpoints'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { getStatisticsReport } from '@/lib/operations/statistics-report'
import { contextOf } from '@/lib/operations/viewer'

export const metadata: Metadata = { title: 'Statistics' }

export default async function EndpointStatisticsPage({
  params,
  searchParams,
}: PageProps<'/settings/webhooks/[endpointId]/statistics'>) {
  const viewer = await requireViewer()
  const context = contextOf(viewer, null)
  const { endpointId } = await params
  const { id } = await orNotFound(async () => getEndpoint(context, pathId('we', endpointId)))
  const given = await searchParams
  const question = toQuestion(readFilter({ get: (name) => [given[name]].flat()[0] ?? null }), id)
  return (
    <StatisticsView
      storeSlug={viewer.store.slug}
      fixedEndpointId={id}
      endpoints={null}
      eventTypes={eventTypeGroups(getEventCatalogue())}
      first={question && { question, report: await getStatisticsReport(context, question), byEndpoint: null }}
    />
  )
}
