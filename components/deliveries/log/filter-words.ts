import { errorLabels, statusLabels } from '@/components/deliveries/delivery-words'
import { formatDay } from '@/components/ui/clock-format'
import { toPublicId } from '@/lib/ids'
import type { LogFilterInput } from '@/lib/schemas/log-filter'

export type LogEndpointChoice = { id: string; name: string; isDeleted: boolean }

/** One part of a filter in words, and the change that takes it away. */
export type FilterPart = { key: string; label: string; without: LogFilterInput }

export const rangeLabels = {
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
} as const

/** What narrows the log, in the order in which the screen offers it. */
export function filterParts(filter: LogFilterInput, endpoints: readonly LogEndpointChoice[]): FilterPart[] {
  const { status, type, endpoint, code, error, q, resend } = filter
  const dates = dateLabel(filter)
  const parts: (FilterPart | null)[] = [
    q === undefined ? null : { key: 'q', label: `Search: ${q}`, without: { q: undefined } },
    resend === undefined
      ? null
      : { key: 'resend', label: 'Of one bulk resend', without: { resend: undefined } },
    status === undefined
      ? null
      : { key: 'status', label: `Status: ${statusLabels[status]}`, without: { status: undefined } },
    type === undefined ? null : { key: 'type', label: `Event: ${type}`, without: { type: undefined } },
    endpoint === undefined
      ? null
      : {
          key: 'endpoint',
          label: `Endpoint: ${endpointName(endpoint, endpoints) ?? 'unknown'}`,
          without: { endpoint: undefined },
        },
    code === undefined ? null : { key: 'code', label: `HTTP ${code}`, without: { code: undefined } },
    error === undefined
      ? null
      : { key: 'error', label: `Error: ${errorLabels[error]}`, without: { error: undefined } },
    dates === null
      ? null
      : { key: 'date', label: dates, without: { range: undefined, from: undefined, to: undefined } },
  ]
  return parts.filter((part) => part !== null)
}

/** The dates of a filter in words; null for any. */
export function dateLabel({ range, from, to }: LogFilterInput): string | null {
  if (range) return rangeLabels[range]
  if (from && to) return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
  if (from) return `Since ${formatDay(from)}`
  return to ? `Until ${formatDay(to)}` : null
}

/** The name of a filter's endpoint; undefined where the store has none of this id. */
function endpointName(publicId: string, endpoints: readonly LogEndpointChoice[]): string | undefined {
  return endpoints.find(({ id }) => toPublicId('we', id) === publicId)?.name
}
