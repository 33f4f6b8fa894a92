'use client'

import { useQuery } from '@tanstack/react-query'
import { InboxIcon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { DailyCard } from '@/components/charts/daily-card'
import { MarkPatterns } from '@/components/charts/marks'
import { type OverviewView, overviewQuery } from '@/components/endpoints/page/overview-query'
import { TestSendButton } from '@/components/endpoints/test-send/test-send-button'
import { RefreshProblem } from '@/components/shell/refresh-problem'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { toPublicId } from '@/lib/ids'
import { LatestDeliveries } from './latest-deliveries'
import { OverviewTiles } from './overview-tiles'

type Props = { endpointId: string; initial: OverviewView; maySendTests: boolean }

const REFRESH_MS = 10_000

/** How an endpoint fares, kept up to date while the page is looked at. */
export function Overview({ endpointId, initial, maySendTests }: Props) {
  const { data, error, isFetching, isPaused, refetch } = useQuery({
    ...overviewQuery(endpointId),
    initialData: initial,
    refetchInterval: REFRESH_MS,
  })
  useRefreshOfHead(initial, data)
  return (
    <section aria-label="Overview" aria-busy={isFetching} className="flex flex-col gap-6">
      <RefreshProblem
        title="What you see is no longer up to date"
        error={error}
        isOffline={isPaused}
        retrying={isFetching}
        onRetry={() => refetch()}
      />
      <MarkPatterns />
      <OverviewTiles overview={data} />
      {data.isUsed ? (
        <DailyCard
          title="Last 7 days"
          description={`By the day on which a delivery became final, in ${data.timeZone}. Test events do not count.`}
          days={data.days}
          fileName={`shopbell-${toPublicId('we', endpointId)}-7-days.csv`}
        />
      ) : data.latest.length > 0 ? (
        <Banner
          tone="info"
          title="Only test events so far"
          actions={maySendTests ? <TestSendButton size="sm" /> : null}
        >
          A delivery is made for this endpoint when one of its events happens in the store.
        </Banner>
      ) : (
        <Card>
          <EmptyState
            icon={InboxIcon}
            title="No deliveries yet"
            action={maySendTests ? <TestSendButton /> : null}
          >
            A delivery is made for this endpoint when one of its events happens in the store.{' '}
            {maySendTests ? 'A test event shows at once whether the receiver takes it.' : null}
          </EmptyState>
        </Card>
      )}
      {data.isUsed || data.latest.length > 0 ? (
        <LatestDeliveries endpointId={endpointId} deliveries={data.latest} />
      ) : null}
    </section>
  )
}

/** The head of the page is the server's: where the endpoint has changed since, it is asked for again. */
function useRefreshOfHead(rendered: OverviewView, current: OverviewView): void {
  const router = useRouter()
  const [before, now] = [headOf(rendered), headOf(current)]
  useEffect(() => {
    if (before !== now) router.refresh()
  }, [before, now, router])
}

/** All that the head shows and that changes by itself. */
function headOf({ revision, condition, suffering: { countdown, pausedUntil } }: OverviewView): string {
  return `${revision} ${condition} ${countdown?.at} ${countdown?.isOver} ${pausedUntil}`
}
