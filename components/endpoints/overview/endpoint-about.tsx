import Link from 'next/link'
import { retryPolicyLabel, retryWords } from '@/components/endpoints/retry-words'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/ui/instant'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { linkClass } from '@/components/ui/link-class'
import { formatCount } from '@/components/ui/number-format'
import type { Endpoint } from '@/lib/operations/endpoints'

type Props = {
  endpoint: Pick<
    Endpoint,
    'eventTypes' | 'allEventTypes' | 'createdAt' | 'apiVersion' | 'retryPolicy' | 'timeoutMs' | 'concurrency'
  >
  retryDelaysMs: readonly number[]
}

/** What an endpoint listens to, and how it is sent to. */
export function EndpointAbout({ endpoint, retryDelaysMs }: Props) {
  const { eventTypes, allEventTypes, createdAt, apiVersion, retryPolicy, timeoutMs, concurrency } = endpoint
  return (
    <Card title="About this endpoint">
      <KeyValueList>
        <KeyValue label="Event types">
          {allEventTypes ? (
            <>
              All, including future ones.{' '}
              <Link href="/event-types" className={linkClass}>
                Show all event types
              </Link>
            </>
          ) : (
            <ul className="flex flex-wrap gap-x-4">
              {eventTypes.map((name) => (
                <li key={name}>
                  <Link
                    href={`/event-types/${name}`}
                    className={`${linkClass} inline-flex min-h-6 items-center font-mono text-sm`}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </KeyValue>
        <KeyValue label="API version">{apiVersion}</KeyValue>
        <KeyValue label="Retry policy">
          {retryPolicyLabel(retryPolicy)}: {retryWords(retryDelaysMs)}
        </KeyValue>
        <KeyValue label="Time limit">{timeoutMs / 1000} s for each attempt</KeyValue>
        <KeyValue label="Concurrency">
          {concurrency === 1 ? 'One request at a time' : `Up to ${formatCount(concurrency)} requests at once`}
        </KeyValue>
        <KeyValue label="Created">
          <Instant at={createdAt} precision="minute" details />
        </KeyValue>
      </KeyValueList>
    </Card>
  )
}
