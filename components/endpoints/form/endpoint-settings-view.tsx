import { SendingFacts } from '@/components/endpoints/sending-facts'
import { Card } from '@/components/ui/card'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { formatCount } from '@/components/ui/number-format'
import { readFilter } from '@/lib/webhooks/event-filter'
import { payloadFormatName } from '@/lib/webhooks/payload-formats/registry'
import type { RetryPolicies } from '@/lib/webhooks/retry-policy'
import { type EditableEndpoint, valuesOf } from './form-values'

type Props = { endpoint: EditableEndpoint; retryPolicies: RetryPolicies }

/** What the form would change, for a role that may not change it. */
export function EndpointSettingsView({ endpoint, retryPolicies }: Props) {
  const values = valuesOf(endpoint)
  const isEmail = values.kind === 'email'
  return (
    <Card
      title="Settings"
      description="Your role can look at these. Changing them is for operators and admins."
    >
      <KeyValueList>
        <KeyValue label="Name">{values.name}</KeyValue>
        <KeyValue label="Description">{values.description || '—'}</KeyValue>
        <KeyValue label={isEmail ? 'E-mail address' : 'URL'}>
          <span className="font-mono text-sm">{(isEmail ? values.email : values.url) || '—'}</span>
        </KeyValue>
        <KeyValue label="Payload format">{payloadFormatName(values.api_version)}</KeyValue>
        <KeyValue label="Event types">
          {values.all_event_types ? (
            'All event types, including future ones'
          ) : (
            <>
              {formatCount(values.event_types.length)}:{' '}
              <span className="font-mono text-sm">{values.event_types.join(', ')}</span>
            </>
          )}
        </KeyValue>
        <SendingFacts
          kind={values.kind}
          retryPolicy={values.retry_policy}
          retryDelaysMs={retryPolicies[values.retry_policy]}
          timeoutSeconds={values.timeout_seconds}
          rateLimit={values.rate_limit}
          concurrency={values.concurrency}
          headerNames={endpoint.headerNames}
          filter={readFilter(endpoint.filter)}
        />
      </KeyValueList>
    </Card>
  )
}
