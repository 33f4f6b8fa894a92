import type { z } from 'zod'
import type { CreateEndpointInput, createEndpointSchema, updateEndpointSchema } from '@/lib/schemas/endpoint'
import { defaultTimeoutSeconds, type EndpointKindName } from '@/lib/webhooks/endpoint-kinds'
import type { EventFilter } from '@/lib/webhooks/event-filter'
import { defaultApiVersion } from '@/lib/webhooks/payload-formats/registry'
import { type RetryPolicyName, retryPolicyNames } from '@/lib/webhooks/retry-policy'
import { type FilterDraft, filterDraftOf, toFilter } from './filter-draft'
import { type HeaderRow, headerRowsOf, savedHeaderRows, toHeaderPatch } from './header-rows'

type Typed = 'name' | 'api_version' | 'url' | 'email' | 'all_event_types' | 'event_types'
type Limits = 'retry_policy' | 'timeout_seconds' | 'concurrency' | 'rate_limit'

/** What the fields of the form hold. */
export type EndpointFormValues = Required<Pick<CreateEndpointInput, Typed | Limits>> & {
  kind: EndpointKindName
  description: string
  headers: HeaderRow[]
  filter: FilterDraft
}

/** An endpoint as far as its form changes it: of its headers the names alone. */
export type EditableEndpoint = {
  id: string
  kind: string
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
  rateLimit: number | null
  headerNames: string[]
  filter: unknown
}

export const newEndpointValues: EndpointFormValues = {
  kind: 'api',
  name: '',
  description: '',
  url: '',
  email: '',
  api_version: defaultApiVersion,
  all_event_types: false,
  event_types: [],
  retry_policy: 'standard',
  timeout_seconds: defaultTimeoutSeconds.api,
  rate_limit: null,
  concurrency: 8,
  headers: [],
  filter: { match: 'all', conditions: [] },
}

export function valuesOf(endpoint: EditableEndpoint): EndpointFormValues {
  return {
    kind: endpoint.kind === 'email' ? 'email' : 'api',
    name: endpoint.name,
    description: endpoint.description ?? '',
    url: endpoint.url ?? '',
    email: endpoint.email ?? '',
    api_version: endpoint.apiVersion,
    all_event_types: endpoint.allEventTypes,
    event_types: endpoint.eventTypes,
    retry_policy: toRetryPolicy(endpoint.retryPolicy),
    timeout_seconds: endpoint.timeoutMs / 1_000,
    rate_limit: endpoint.rateLimit,
    concurrency: endpoint.concurrency,
    headers: headerRowsOf(endpoint.headerNames),
    filter: filterDraftOf(endpoint.filter),
  }
}

function toRetryPolicy(name: string): RetryPolicyName {
  return retryPolicyNames.find((known) => known === name) ?? 'standard'
}

/** What the values become once they are saved: no value of a header stays. */
export function savedValues(values: EndpointFormValues): EndpointFormValues {
  return {
    ...values,
    name: values.name.trim(),
    email: values.email.trim(),
    headers: savedHeaderRows(values.headers),
    filter: filterDraftOf(toFilter(values.filter)),
  }
}

// The rows are made an object by the form's schema, which says what is wrong by row.
type ToCheck<Input> = Omit<Input, 'headers' | 'filter'> & {
  headers?: HeaderRow[]
  filter?: EventFilter | null
}

/** What creates the endpoint, of its kind's fields alone; of the event types either the chosen ones or all. */
export function toCreateInput(values: EndpointFormValues): ToCheck<z.input<typeof createEndpointSchema>> {
  const { event_types, kind, url, email, headers, filter, ...fields } = values
  return {
    ...fields,
    kind,
    name: values.name.trim(),
    description: toDescription(values.description),
    ...(kind === 'email' ? { email: email.trim() } : { url, headers }),
    ...(values.all_event_types ? {} : { event_types }),
    filter: toFilter(filter),
  }
}

/** What changes an endpoint from `saved` to `values`, and nothing else: others may change other fields meanwhile. */
export function toChanges(
  saved: EndpointFormValues,
  values: EndpointFormValues,
): ToCheck<z.input<typeof updateEndpointSchema>> {
  const listens = (of: EndpointFormValues) => (of.all_event_types ? '*' : [...of.event_types].sort().join())
  const isOther = (field: keyof EndpointFormValues) => !Object.is(values[field], saved[field])
  return {
    ...(isOther('name') ? { name: values.name.trim() } : {}),
    ...(isOther('description') ? { description: toDescription(values.description) } : {}),
    ...(isOther('url') ? { url: values.url } : {}),
    ...(isOther('email') ? { email: values.email.trim() } : {}),
    ...(isOther('api_version') ? { api_version: values.api_version } : {}),
    ...(listens(saved) === listens(values)
      ? {}
      : values.all_event_types
        ? { all_event_types: true }
        : { event_types: values.event_types }),
    ...(isOther('retry_policy') ? { retry_policy: values.retry_policy } : {}),
    ...(isOther('timeout_seconds') ? { timeout_seconds: values.timeout_seconds } : {}),
    ...(isOther('rate_limit') ? { rate_limit: values.rate_limit } : {}),
    ...(isOther('concurrency') ? { concurrency: values.concurrency } : {}),
    ...(Object.keys(toHeaderPatch(values.headers)).length > 0 ? { headers: values.headers } : {}),
    ...(filterText(saved) === filterText(values) ? {} : { filter: toFilter(values.filter) }),
  }
}

function filterText({ filter }: EndpointFormValues): string {
  const { match, conditions } = filter
  return conditions.length === 0 ? '' : JSON.stringify([match, conditions.map(({ key, ...rest }) => rest)])
}

function toDescription(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
