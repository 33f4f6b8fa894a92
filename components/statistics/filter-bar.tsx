import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toPublicId } from '@/lib/ids'
import type { EndpointChoice } from '@/lib/operations/endpoint-choices'
import { DaysChoice } from './days-choice'
import type { StatisticsFilter } from './statistics-filter'

export type EventTypeGroup = { label: string; names: readonly string[] }

type Props = {
  filter: StatisticsFilter
  onChange: (changes: Partial<StatisticsFilter>) => void
  /** Null on the page of one endpoint. */
  endpoints: readonly EndpointChoice[] | null
  eventTypes: readonly EventTypeGroup[]
}

export function FilterBar({ filter, onChange, endpoints, eventTypes }: Props) {
  return (
    <search aria-label="Filters of the statistics" className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <DaysChoice value={filter.days} onChange={(days) => onChange({ days })} />
      {endpoints ? (
        <Field label="Endpoint" className="w-56 max-sm:w-full lg:w-64">
          <Select
            value={filter.endpoint ?? ''}
            onChange={(event) => onChange({ endpoint: event.target.value || null })}
          >
            <option value="">All endpoints</option>
            <EndpointOptions endpoints={endpoints} chosen={filter.endpoint} />
          </Select>
        </Field>
      ) : null}
      <Field label="Event type" className="w-56 max-sm:w-full lg:w-64">
        <Select
          value={filter.type ?? ''}
          onChange={(event) => onChange({ type: event.target.value || null })}
        >
          <option value="">All event types</option>
          <UnlistedOption value={filter.type} listed={eventTypes.flatMap(({ names }) => names)} />
          {eventTypes.map(({ label, names }) => (
            <optgroup key={label} label={label}>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
    </search>
  )
}

function EndpointOptions({
  endpoints,
  chosen,
}: {
  endpoints: readonly EndpointChoice[]
  chosen: string | null
}) {
  const options = endpoints.map(({ id, name, isDeleted }) => ({
    value: toPublicId('we', id),
    name,
    isDeleted,
  }))
  const optionsOf = (isDeleted: boolean) =>
    options
      .filter((option) => option.isDeleted === isDeleted)
      .map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))
  const deleted = optionsOf(true)
  return (
    <>
      <UnlistedOption value={chosen} listed={options.map(({ value }) => value)} />
      {optionsOf(false)}
      {deleted.length > 0 ? <optgroup label="Deleted">{deleted}</optgroup> : null}
    </>
  )
}

/** What an address names and no list has: a type of former days, or a mistake. */
function UnlistedOption({ value, listed }: { value: string | null; listed: readonly string[] }) {
  return value === null || listed.includes(value) ? null : <option>{value}</option>
}
