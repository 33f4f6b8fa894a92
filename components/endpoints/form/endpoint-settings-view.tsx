import { retryPolicyLabels, retryWords } from '@/components/endpoints/retry-words'
import { Card } from '@/components/ui/card'
import { KeyValue, KeyValueList } from '@/components/ui/key-value-list'
import { formatCount } from '@/components/ui/number-format'
import type { RetryPolicies } from '@/lib/webhooks/retry-policy'
import { type EditableEndpoint, valuesOf } from './form-values'

type Props = { endpoint: EditableEndpoint; retryPolicies: RetryPolicies }

/** What the form would change, for a role that may not change it. */
export function EndpointSettingsView({ endpoint, retryPolicies }: Props) {
  const values = valuesOf(endpoint)
  const policy = values.retry_policy
  return (
    <Card
      title="Settings"
      description="Your role can look at these. Changing them is for operators and admins."
    >
      <KeyValueList>
        <KeyValue label="Name">{values.name}</KeyValue>
        <KeyValue label="Description">{values.description || '—'}</KeyValue>
        <KeyValue label={endpoint.email === null ? 'URL' : 'E-mail address'}>
          <span className="font-mono text-sm">{(endpoint.email ?? values.url) || '—'}</span>
        </KeyValue>
        <KeyValue label="API version">{values.api_version}</KeyValue>
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
        <KeyValue label="Retries">
          {retryPolicyLabels[policy]}. {retryWords(retryPolicies[policy])}
        </KeyValue>
        <KeyValue label="Time limit">{values.timeout_seconds} s</KeyValue>
        <KeyValue label="Requests at once">{values.concurrency}</KeyValue>
      </KeyValueList>
    </Card>
  )
}
