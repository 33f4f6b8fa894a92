import Link from 'next/link'
import { SendingFacts } from '@/components/endpoints/sending-facts'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/ui/instant'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { linkClass } from '@/components/ui/link-class'
import type { Endpoint } from '@/lib/operations/endpoints'
import { readFilter } from '@/lib/webhooks/event-filter'
import { payloadFormatName } from '@/lib/webhooks/payload-formats/registry'

type Props = {
  endpoint: Pick<
    Endpoint,
    | 'kind'
    | 'url'
    | 'email'
    | 'eventTypes'
    | 'allEventTypes'
    | 'createdAt'
    | 'apiVersion'
    | 'retryPolicy'
    | 'timeoutMs'
    | 'rateLimit'
    | 'concurrency'
    | 'headerNames'
    | 'filter'
  >
  retryDelaysMs: readonly number[]
}

/** What an endpoint listens to, and how it is sent to. */
export function EndpointAbout({ endpoint, retryDelaysMs }: Props) {
  const { eventTypes, allEventTypes, createdAt, apiVersion, timeoutMs, url, email } = endpoint
  const kind = endpoint.kind === 'email' ? 'email' : 'api'
  return (
    <Card title="About this endpoint">
      <KeyValueList>
        <KeyValue label="Sends to">
          {kind === 'email' ? 'An e-mail address' : 'A URL'}:{' '}
          <span className="font-mono text-sm">{(kind === 'email' ? email : url) ?? '—'}</span>
        </KeyValue>
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
        <KeyValue label="Payload format">{payloadFormatName(apiVersion)}</KeyValue>
        <SendingFacts
          kind={kind}
          retryPolicy={endpoint.retryPolicy}
          retryDelaysMs={retryDelaysMs}
          timeoutSeconds={timeoutMs / 1000}
          rateLimit={endpoint.rateLimit}
          concurrency={endpoint.concurrency}
          headerNames={endpoint.headerNames}
          filter={readFilter(endpoint.filter)}
        />
        <KeyValue label="Created">
          <Instant at={createdAt} precision="minute" details />
        </KeyValue>
      </KeyValueList>
    </Card>
  )
}
