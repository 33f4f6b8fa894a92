import { retryPolicyLabels } from '@/components/endpoints/retry-words'
import { formatCount } from '@/components/ui/number-format'
import { defaultTimeoutSeconds } from '@/lib/webhooks/endpoint-kinds'
import { type EndpointFormValues, newEndpointValues } from './form-values'
import { countHeaders } from './header-rows'

type Advanced = Pick<
  EndpointFormValues,
  'kind' | 'retry_policy' | 'timeout_seconds' | 'rate_limit' | 'concurrency' | 'headers' | 'filter'
>

/** The advanced settings in a line: “Standard retries · 5 s · no rate limit · 8 at once · no filter · no headers”. */
export function advancedSummary(values: Advanced): string {
  const { kind, rate_limit: rate, filter } = values
  return [
    `${retryPolicyLabels[values.retry_policy]} retries`,
    `${orUnknown(values.timeout_seconds)} s`,
    rate === null ? 'no rate limit' : `${orUnknown(rate)} a second`,
    `${orUnknown(values.concurrency)} at once`,
    filter.conditions.length === 0 ? 'no filter' : counted(filter.conditions.length, 'condition'),
    ...(kind === 'email' ? [] : [counted(countHeaders(values.headers), 'header')]),
  ].join(' · ')
}

/** Whether all of them are what a new endpoint has. */
export function isStandard(values: Advanced): boolean {
  return (
    values.retry_policy === newEndpointValues.retry_policy &&
    values.timeout_seconds === defaultTimeoutSeconds[values.kind] &&
    values.rate_limit === newEndpointValues.rate_limit &&
    values.concurrency === newEndpointValues.concurrency &&
    values.headers.length === 0 &&
    values.filter.conditions.length === 0
  )
}

function orUnknown(number: number): string {
  return Number.isFinite(number) ? formatCount(number) : '?'
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`
}
