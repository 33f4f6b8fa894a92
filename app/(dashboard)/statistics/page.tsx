import type { Metadata } from 'next'
import { eventTypeGroups } from '@/components/statistics/event-type-groups'
import { readFilter, toQuestion } from '@/components/statistics/statistics-filter'
import { StatisticsView } from '@/components/statistics/statistics-view'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth'
import { errorText, log } from '@/lib/log'
import { listEndpointChoices } from '@/lib/operations/endpoint-choices'
import { listEndpointStatistics } from '@/lib/operations/endpoint-statistics'
import { getEventCatalogue } from '@/lib/operations/event-types'
import { getStatisticsReport } from '@/lib/operations/statistics-report'
import { contextOf } from '@/lib/operations/viewer'

export const metadata: Metadata = { title: 'Statistics' }

export default async function StatisticsPage({ searchParams }: PageProps<'/statistics'>) {
  const viewer = await requireViewer()
  const context = contextOf(viewer, null)
  const params = await searchParams
  const question = toQuestion(readFilter({ get: (name) => [params[name]].flat()[0] ?? null }), null)
  const endpoints = await listEndpointChoices(context)
  const isKnown = !question?.endpointId || endpoints.some(({ id }) => id === question.endpointId)
  return (
    <>
      <PageHeader title="Statistics" description="How the deliveries of this store fared, day by day." />
      <StatisticsView
        storeSlug={viewer.store.slug}
        endpoints={endpoints}
        eventTypes={eventTypeGroups(getEventCatalogue())}
        first={question && isKnown ? await getFirst(question) : null}
      />
    </>
  )

  async function getFirst(asked: NonNullable<typeof question>) {
    const [report, byEndpoint] = await Promise.all([
      getStatisticsReport(context, asked),
      asked.endpointId ? null : listEndpointStatistics(context, asked).catch(withoutComparison),
    ])
    return { question: asked, report, byEndpoint }
  }
}

/** The rest is shown without it; its card then asks once more itself. */
function withoutComparison(error: unknown): null {
  log.error('the endpoints could not be compared', { error: errorText(error) })
  return null
}
