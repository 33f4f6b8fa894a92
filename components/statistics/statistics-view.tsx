'use client'

import { SearchXIcon } from 'lucide-react'
import { ScreenError } from '@/components/shell/screen-query'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import type { EndpointChoice } from '@/lib/operations/endpoint-choices'
import { EndpointCard } from './endpoint-card'
import { type EventTypeGroup, FilterBar } from './filter-bar'
import { Report } from './report'
import { toQuestion } from './statistics-filter'
import { StatisticsSkeleton } from './statistics-skeleton'
import { useFilter } from './use-filter'
import { type FirstStatistics, useReport } from './use-statistics'

type Props = {
  storeSlug: string
  /** On the page of one endpoint: its id. */
  fixedEndpointId?: string
  /** All that the store has or had, for a screen about all of them. */
  endpoints: readonly EndpointChoice[] | null
  eventTypes: readonly EventTypeGroup[]
  /** Null where the address asks for what the store does not have. */
  first: FirstStatistics | null
}

/** The statistics, as the address asks for them. */
export function StatisticsView({ storeSlug, fixedEndpointId, endpoints, eventTypes, first }: Props) {
  const [filter, setFilter] = useFilter()
  const asked = toQuestion(filter, fixedEndpointId ?? null)
  const isKnown = !endpoints || !asked?.endpointId || endpoints.some(({ id }) => id === asked.endpointId)
  const question = isKnown ? asked : null
  const { data: report, error, refetch, isFetching, isPlaceholderData } = useReport(question, first)
  const clear = () => setFilter({ endpoint: null, type: null })
  const chosen = endpoints?.find(({ id }) => id === question?.endpointId)
  const filters = [chosen && `endpoint ${chosen.name}`, filter.type && `event type ${filter.type}`]
  const failure = error && {
    message: error.message,
    requestId: error instanceof ScreenError ? error.requestId : undefined,
  }

  return (
    <div className="flex flex-col gap-6">
      <FilterBar filter={filter} onChange={setFilter} endpoints={endpoints} eventTypes={eventTypes} />
      {question === null ? (
        <Card>
          <EmptyState
            icon={SearchXIcon}
            title="This store has no such endpoint"
            action={<Button onClick={clear}>Show all endpoints</Button>}
          >
            The address names {filter.endpoint}, which is not among the endpoints that this store has or had.
          </EmptyState>
        </Card>
      ) : report ? (
        <Report
          report={report}
          storeSlug={storeSlug}
          isBusy={isPlaceholderData}
          failure={failure}
          onRetry={() => refetch()}
          isRetrying={isFetching}
          filters={filters.filter((each) => typeof each === 'string')}
          onClear={clear}
        >
          {question.endpointId ? null : (
            <EndpointCard question={question} first={first} report={report} storeSlug={storeSlug} />
          )}
        </Report>
      ) : failure ? (
        <Card>
          <ErrorState
            title="The statistics could not be loaded"
            onRetry={() => refetch()}
            retrying={isFetching}
            requestId={failure.requestId}
          >
            {failure.message}
          </ErrorState>
        </Card>
      ) : (
        <StatisticsSkeleton />
      )}
    </div>
  )
}
