import type { z } from 'zod'
import type { CreateEndpointInput, createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { type RetryPolicyName, retryPolicyNames } from '@/lib/webhooks/retry-policy'

/** What the fields of the form hold. */
export type EndpointFormValues = Required<
  Omit<
    CreateEndpointInput,
    'metadata' | 'description' | 'kind' | 'email' | 'headers' | 'rate_limit' | 'filter'
  >
> & {
  description: string
}

/** An endpoint as far as its form changes it. */
export type EditableEndpoint = {
  id: string
  name: string
  description: string | null
  /** Null for one that sends to an e-mail address. */
  url: string | null
  email: string | null
  apiVersion: string
  allEventTypes: boolean
  eventTypes: string[]
  retryPolicy: string
  timeoutMs: number
  concurrency: number
}

export const newEndpointValues: EndpointFormValues = {
  name: '',
  description: '',
  url: '',
  api_version: defaultApiVersion,
  all_event_types: false,
  event_types: [],
  retry_policy: 'standard',
  timeout_seconds: 5,
  concurrency: 8,
}

export function valuesOf(endpoint: EditableEndpoint): EndpointFormValues {
  return {
    name: endpoint.name,
    description: endpoint.description ?? '',
    url: endpoint.url ?? '',
    api_version: endpoint.apiVersion,
    all_event_types: endpoint.allEventTypes,
    event_types: endpoint.eventTypes,
    retry_policy: toRetryPolicy(endpoint.retryPolicy),
    timeout_seconds: endpoint.timeoutMs / 1_000,
    concurrency: endpoint.concurrency,
  }
}

function toRetryPolicy(name: string): RetryPolicyName {
  return retryPolicyNames.find((known) => known === name) ?? 'standard'
}

/** What creates the endpoint; of the event types either the chosen ones or all. */
export function toCreateInput(values: EndpointFormValues): z.input<typeof createEndpointSchema> {
  const { event_types, ...fields } = values
  return {
    ...fields,
    name: values.name.trim(),
    description: toDescription(values.description),
    ...(values.all_event_types ? {} : { event_types }),
  }
}

/** What changes an endpoint from `saved` to `values`, and nothing else: others may change other fields meanwhile. */
export function toChanges(
  saved: EndpointFormValues,
  values: EndpointFormValues,
): z.input<typeof updateEndpointSchema> {
  const listens = (of: EndpointFormValues) => (of.all_event_types ? '*' : [...of.event_types].sort().join())
  const isOther = (field: keyof EndpointFormValues) => !Object.is(values[field], saved[field])
  return {
    ...(isOther('name') ? { name: values.name.trim() } : {}),
    ...(isOther('description') ? { description: toDescription(values.description) } : {}),
    ...(isOther('url') ? { url: values.url } : {}),
    ...(isOther('api_version') ? { api_version: values.api_version } : {}),
    ...(listens(saved) === listens(values)
      ? {}
      : values.all_event_types
        ? { all_event_types: true }
        : { event_types: values.event_types }),
    ...(isOther('retry_policy') ? { retry_policy: values.retry_policy } : {}),
    ...(isOther('timeout_seconds') ? { timeout_seconds: values.timeout_seconds } : {}),
    ...(isOther('concurrency') ? { concurrency: values.concurrency } : {}),
  }
}

function toDescription(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
