import { now } from '@/lib/clock'
import { pool } from '@/lib/db/client'
import type { LogFilter } from '@/lib/db/delivery-log-filter'
import { type EndpointName, listEndpointNames } from '@/lib/db/endpoint-names'
import type { Excluded, ResendFilter, StoredSearch } from '@/lib/db/resend-jobs'
import { type Tally, tallyDeliveries } from '@/lib/db/tally-deliveries'
import { env } from '@/lib/env'
import { validationError } from '@/lib/errors'
import { idTime } from '@/lib/ids'
import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import type { StoreContext } from './context'
import { narrow } from './deliveries'

/** So many deliveries a job takes, or a few hundred more. */
export const MOST_PER_RESEND = 100_000
const BUDGET_MS = 6_000

/** What a bulk resend would do: how many deliveries, of which endpoints, and what it leaves out. */
export type ResendPlanned = {
  filter: ResendFilter
  total: number
  /** There are more than one job takes: these are the oldest. */
  hasMore: boolean
  /** `pausedUntil`: a sender holds the endpoint's deliveries back until then, after failures. */
  byEndpoint: { endpointId: string; endpointName: string; count: number; pausedUntil: Date | null }[]
  excluded: Excluded
}

/** NUL and halves of characters are in no jsonb, and no delivery has them in what is searched. */
function refuseUnstorable(pointer: string, text: string | undefined): void {
  if (text === undefined || (text.isWellFormed() && !text.includes('\0'))) return
  const detail = 'This text holds characters that cannot be searched for.'
  throw validationError([{ pointer, code: 'invalid', detail }])
}

/** The plan with what its job needs. */
export type PlannedJob = ResendPlanned & { search: StoredSearch; upTo: string }

/**
 * Counts what a bulk resend would send once more, now. Delivered ones only where the filter asks for them. Throws
 * `validation_failed` for a filter that narrows nothing, or holds text that its job could not keep.
 */
export async function planResend(context: StoreContext, filter: ResendFilter): Promise<PlannedJob> {
  if (!Object.entries(filter).some(([name, value]) => name !== 'includeDelivered' && value !== undefined)) {
    throw validationError([
      {
        pointer: '/filter',
        code: 'too_wide',
        detail: 'Narrow what is to be resent: by time, endpoint, status, or any other filter.',
      },
    ])
  }
  refuseUnstorable('/filter/q', filter.q)
  refuseUnstorable('/filter/event_type', filter.eventType)
  const [search, endpoints] = await Promise.all([
    narrow(context, toLogFilter(filter), filter.q),
    listEndpointNames(pool(), context),
  ])
  const asked = { ...filter, until: earlier(filter.until, now()) }
  const excluded = noneExcluded()
  const byEndpoint = new Map<string, number>()
  const reasonOf = (tally: Tally) =>
    exclusionOf(tally, endpoints.get(tally.endpointId), asksForDelivered(filter))
  const { tallies, upTo, isPartial } = await tallyDeliveries(
    pool(),
    context,
    { ...search, until: new Date(asked.until) },
    {
      statuses: resendableStatuses(filter),
      isWanted: (tally) => reasonOf(tally) === null,
      most: MOST_PER_RESEND,
      budgetMs: BUDGET_MS,
      retentionDays: env().LOG_RETENTION_DAYS,
    },
  )
  for (const tally of tallies) {
    const reason = reasonOf(tally)
    if (reason !== null) excluded[reason] += tally.count
    else byEndpoint.set(tally.endpointId, (byEndpoint.get(tally.endpointId) ?? 0) + tally.count)
  }
  return {
    filter,
    total: [...byEndpoint.values()].reduce((sum, count) => sum + count, 0),
    hasMore: isPartial,
    byEndpoint: [...byEndpoint]
      .map(([endpointId, count]) => ({
        endpointId,
        endpointName: endpoints.get(endpointId)?.name ?? '',
        count,
        pausedUntil: endpoints.get(endpointId)?.pausedUntil ?? null,
      }))
      .sort((one, other) => other.count - one.count),
    excluded,
    search: toStored({ ...search, until: new Date(asked.until) }),
    upTo,
  }
}

/** Whether delivered deliveries are to be sent once more too. */
export function asksForDelivered({ status, includeDelivered }: ResendFilter): boolean {
  return includeDelivered ?? status === 'delivered'
}

/** The final statuses of which deliveries are sent once more. */
export function resendableStatuses(filter: ResendFilter): DeliveryStatus[] {
  return asksForDelivered(filter) ? ['failed', 'cancelled', 'delivered'] : ['failed', 'cancelled']
}

/** No delivery left out yet. */
export function noneExcluded(): Excluded {
  return { already_delivered: 0, in_flight: 0, endpoint_unavailable: 0, payload_gone: 0, test_send: 0 }
}

function exclusionOf(
  { status, isTest, isGone }: Tally,
  endpoint: EndpointName | undefined,
  includesDelivered: boolean,
): keyof Excluded | null {
  if (isTest) return 'test_send'
  if (!endpoint || endpoint.isDeleted || endpoint.isDisabled) return 'endpoint_unavailable'
  if (status === 'pending' || status === 'retrying') return 'in_flight'
  if (status === 'delivered' && !includesDelivered) return 'already_delivered'
  return isGone ? 'payload_gone' : null
}

function toLogFilter(filter: ResendFilter): LogFilter {
  const { deliveryIds } = filter
  const times = (deliveryIds ?? []).map((id) => idTime(id).getTime())
  return {
    endpointIds: filter.endpointId === undefined ? undefined : [filter.endpointId],
    eventType: filter.eventType,
    statuses: filter.status === undefined ? undefined : [filter.status],
    httpStatus: filter.httpStatus,
    error: filter.error,
    // A list of deliveries lies between the first and the last of them: so only their days are looked at.
    since: latest(filter.since, times.length > 0 ? Math.min(...times) - 1 : undefined),
    until: filter.until === undefined ? undefined : new Date(filter.until),
    resendId: filter.resendId,
    deliveryIds,
  }
}

function latest(since: string | undefined, ms: number | undefined): Date | undefined {
  const all = [...(since === undefined ? [] : [Date.parse(since)]), ...(ms === undefined ? [] : [ms])]
  return all.length === 0 ? undefined : new Date(Math.max(...all))
}

function earlier(until: string | undefined, at: Date): string {
  return until !== undefined && Date.parse(until) < at.getTime() ? until : at.toISOString()
}

function toStored({ since, until, ...search }: LogFilter): StoredSearch {
  return {
    ...search,
    ...(since ? { since: since.toISOString() } : {}),
    ...(until ? { until: until.toISOString() } : {}),
  }
}
