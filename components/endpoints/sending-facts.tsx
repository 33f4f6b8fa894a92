import { KeyValue } from '@/components/ui/key-value-list'
import type { EndpointKindName } from '@/lib/webhooks/endpoint-kinds'
import type { EventFilter } from '@/lib/webhooks/event-filter'
import { filterWords } from './filter-words'
import { limitWords } from './limit-words'
import { RetryTimeline } from './retry-timeline'
import { retryPolicyLabel } from './retry-words'

type Props = {
  kind: EndpointKindName
  retryPolicy: string
  retryDelaysMs: readonly number[]
  timeoutSeconds: number
  rateLimit: number | null
  concurrency: number
  headerNames: readonly string[]
  filter: EventFilter | null
}

/** How an endpoint is sent to, as rows of a list. */
export function SendingFacts(props: Props) {
  const { kind, retryPolicy, retryDelaysMs, headerNames, filter } = props
  return (
    <>
      <KeyValue label="Retries">
        {retryPolicyLabel(retryPolicy)}
        <RetryTimeline delaysMs={retryDelaysMs} />
      </KeyValue>
      <KeyValue label="Limits">{limitWords(props)}</KeyValue>
      {kind === 'email' ? null : (
        <KeyValue label="Custom headers">
          {headerNames.length === 0 ? (
            'None'
          ) : (
            <span className="font-mono text-sm">{headerNames.join(', ')}</span>
          )}
        </KeyValue>
      )}
      <KeyValue label="Filter">
        {filter === null ? 'None: all events of these types are sent.' : `Only when ${filterWords(filter)}.`}
      </KeyValue>
    </>
  )
}
