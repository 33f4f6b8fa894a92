import { CircleCheckIcon, InboxIcon, SearchXIcon, UnplugIcon } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { type FilterPart, rangeLabels } from './filter-words'
import { firstPageOf, logHref } from './log-address'
import { SearchedTo, SearchFurther } from './search-further'
import type { LogPage } from './use-log'

type Props = {
  page: LogPage
  filter: LogFilterInput
  parts: readonly FilterPart[]
  /** Within one endpoint's pages. */
  isOfEndpoint: boolean
}

/** In the place of rows where there are none: why, and what to do. */
export function LogEmpty({ page, filter, parts, isOfEndpoint }: Props) {
  if (page.isEndpointUnknown) {
    return (
      <EmptyState
        icon={UnplugIcon}
        title="This store has no such endpoint"
        action={<ToLog href={logHref({ ...filter, endpoint: undefined })}>Show all endpoints</ToLog>}
      >
        The address names an endpoint that is not in this store. It may belong to another one of yours.
      </EmptyState>
    )
  }
  if (page.isPartial) {
    return (
      <EmptyState
        icon={SearchXIcon}
        title="Nothing found so far"
        action={<SearchFurther page={page} filter={filter} />}
      >
        <SearchedTo page={page} filter={filter} />
      </EmptyState>
    )
  }
  if (filter.after || filter.before) {
    return (
      <EmptyState
        icon={InboxIcon}
        title={filter.after ? 'No older deliveries' : 'No newer deliveries'}
        action={<ToLog href={logHref(firstPageOf(filter))}>Show the newest</ToLog>}
      >
        The log ends here.
      </EmptyState>
    )
  }
  if (parts.length === 0) return <FirstUse isOfEndpoint={isOfEndpoint} />
  if (isGoodNews(filter)) {
    return (
      <EmptyState icon={CircleCheckIcon} tone="good" title={goodNews(filter, isOfEndpoint)}>
        A delivery fails for good once its retries are used up. Until then it is retrying.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchXIcon} title="No deliveries match" action={<ToLog href="?">Clear filters</ToLog>}>
      The filters are: {parts.map(({ label }) => label).join(', ')}.
    </EmptyState>
  )
}

function FirstUse({ isOfEndpoint }: { isOfEndpoint: boolean }) {
  if (isOfEndpoint) {
    return (
      <EmptyState icon={InboxIcon} title="No deliveries to this endpoint yet">
        Each event of a type that it listens to becomes a delivery, which appears here within seconds.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={InboxIcon}
      title="No deliveries yet"
      action={
        <Button variant="primary" render={<Link href="/settings/webhooks" />}>
          Go to webhooks
        </Button>
      }
    >
      A delivery is one event sent to one webhook endpoint. Once your store has an endpoint, each delivery is
      listed here with what was sent and what came back.
    </EmptyState>
  )
}

function ToLog({ href, children }: { href: `?${string}`; children: ReactNode }) {
  return <Button render={<Link href={href} prefetch={false} />}>{children}</Button>
}

function isGoodNews({ status, range, endpoint, ...rest }: LogFilterInput): boolean {
  return status === 'failed' && Object.values(rest).every((value) => value === undefined)
}

function goodNews({ range, endpoint }: LogFilterInput, isOfEndpoint: boolean): string {
  const where = endpoint || isOfEndpoint ? ' to this endpoint' : ''
  const when = range ? ` in the ${rangeLabels[range].toLowerCase()}` : ''
  return `No failed deliveries${where}${when}`
}
