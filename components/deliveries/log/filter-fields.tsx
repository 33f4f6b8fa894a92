'use client'

import { errorLabels } from '@/components/deliveries/delivery-words'
import { SearchSelect } from '@/components/ui/search-select'
import type { SearchSelectOption } from '@/components/ui/search-select-trigger'
import { toPublicId } from '@/lib/ids'
import { type LogFilterInput, readLogFilter } from '@/lib/schemas/log-filter'
import { errorKinds } from '@/lib/webhooks/outcome'
import { DateFilter } from './date-filter'
import type { LogEndpointChoice } from './filter-words'

type Props = {
  filter: LogFilterInput
  endpoints: readonly LogEndpointChoice[]
  eventTypes: readonly string[]
  /** Within one endpoint's pages there is no choice of endpoints. */
  hasEndpoint: boolean
  /** Of each field. */
  className: string
  onChange: (changes: LogFilterInput) => void
}

const errorOptions = errorKinds.map((kind) => ({ value: kind, label: errorLabels[kind] }))

const statusOptions: SearchSelectOption[] = [
  { value: '2xx', label: '2xx', hint: 'Success' },
  { value: '3xx', label: '3xx', hint: 'Redirect' },
  { value: '4xx', label: '4xx', hint: 'Client error' },
  { value: '5xx', label: '5xx', hint: 'Server error' },
  { value: '401', label: '401', hint: 'Unauthorized' },
  { value: '403', label: '403', hint: 'Forbidden' },
  { value: '404', label: '404', hint: 'Not Found' },
  { value: '410', label: '410', hint: 'Gone' },
  { value: '429', label: '429', hint: 'Too Many Requests' },
  { value: '500', label: '500', hint: 'Internal Server Error' },
  { value: '502', label: '502', hint: 'Bad Gateway' },
  { value: '503', label: '503', hint: 'Service Unavailable' },
  { value: '504', label: '504', hint: 'Gateway Timeout' },
]

/** The filters that are chosen from lists. */
export function FilterFields({ filter, endpoints, eventTypes, hasEndpoint, className, onChange }: Props) {
  return (
    <>
      <SearchSelect
        label="Event type"
        anyLabel="Any event type"
        options={eventTypes.map((name) => ({ value: name, label: name }))}
        value={filter.type ?? ''}
        onChange={(type) => onChange({ type: type || undefined })}
        className={className}
      />
      {hasEndpoint ? (
        <SearchSelect
          label="Endpoint"
          anyLabel="Any endpoint"
          options={endpoints.map(({ id, name, isDeleted }) => ({
            value: toPublicId('we', id),
            label: name,
            ...(isDeleted ? { hint: 'deleted' } : {}),
          }))}
          value={filter.endpoint ?? ''}
          onChange={(endpoint) => onChange({ endpoint: endpoint || undefined })}
          className={className}
        />
      ) : null}
      <SearchSelect
        label="HTTP status"
        anyLabel="Any HTTP status"
        searchHint="Search, or type a code"
        options={statusOptions}
        optionOf={exactStatus}
        value={filter.code === undefined ? '' : String(filter.code)}
        onChange={(code) => onChange({ code: readLogFilter(new URLSearchParams({ code })).code })}
        className={className}
      />
      <SearchSelect
        label="Error"
        anyLabel="Any error, or none"
        options={errorOptions}
        value={filter.error ?? ''}
        onChange={(error) => onChange({ error: readLogFilter(new URLSearchParams({ error })).error })}
        className={className}
      />
      <DateFilter filter={filter} onChange={onChange} className={className} />
    </>
  )
}

function exactStatus(typed: string): SearchSelectOption | null {
  return /^[1-5]\d\d$/.test(typed) ? { value: typed, label: typed, hint: 'exactly' } : null
}
