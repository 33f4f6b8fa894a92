import type { ReactNode } from 'react'
import type { OverviewView } from '@/components/endpoints/page/overview-query'
import { Instant } from '@/components/ui/instant'
import { formatCount, formatDuration, formatRate } from '@/components/ui/number-format'

export function OverviewTiles({ overview }: { overview: OverviewView }) {
  const { lastDay, p95Ms, pending, asOf } = overview
  const { oldestAt } = pending
  const finished = lastDay.delivered + lastDay.failed
  return (
    <dl className="grid gap-px overflow-hidden rounded-lg border border-rule bg-rule grid-cols-2 lg:grid-cols-4">
      <Tile label="Success, last 24 hours" value={formatRate(lastDay.successRate)}>
        {finished === 0
          ? 'No delivery became final'
          : `${formatCount(lastDay.delivered)} delivered, ${formatCount(lastDay.failed)} failed for good`}
      </Tile>
      <Tile label="Response time p95, last 7 days" value={formatDuration(p95Ms)}>
        {p95Ms === null ? 'Nothing was sent' : '19 of 20 attempts took no longer'}
      </Tile>
      <Tile label="Pending now" value={formatCount(pending.count)}>
        {pending.count === 0 ? 'Nothing waits' : 'To be sent, or sent again'}
      </Tile>
      <Tile
        label="Oldest pending"
        value={oldestAt === null ? '—' : formatDuration(Math.max(0, Date.parse(asOf) - Date.parse(oldestAt)))}
      >
        {oldestAt === null ? (
          'Nothing waits'
        ) : (
          <>
            Since <Instant at={oldestAt} />
          </>
        )}
      </Tile>
    </dl>
  )
}

function Tile({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div className="bg-surface px-5 py-4 max-sm:px-4">
      <dt className="text-faded text-sm">{label}</dt>
      <dd className="pt-1 font-semibold text-2xl">{value}</dd>
      <dd className="text-faded text-sm">{children}</dd>
    </div>
  )
}
