import { toPublicId } from '@/lib/ids'
import type { Excluded, ResendFilter, ResendJob } from '@/lib/operations/resends'
import { toSeconds, toSecondsOrNull } from './instant'
import type { ResendView } from './resend-schema'

type Planned = {
  kind: ResendJob['kind']
  endpointId: string | null
  filter: ResendFilter
  rate: number
  total: number
  hasMore: boolean
  excluded: Excluded
  byEndpoint: readonly { endpointId: string; count: number }[]
}

/** A job as the dated API shows it. */
export function resendView(job: ResendJob): ResendView {
  return {
    id: toPublicId('rs', job.id),
    ...planView({ ...job, ...job.plan }),
    status: job.status,
    dry_run: false,
    sent: job.sent,
    skipped: job.skipped,
    succeeded: job.succeeded,
    failed: job.failed,
    cancelled: job.cancelled,
    created_at: toSeconds(job.createdAt),
    finished_at: toSecondsOrNull(job.finishedAt),
  }
}

/** What a job would be: the same keys, and nothing done. */
export function dryRunView(planned: Planned): ResendView {
  return {
    id: null,
    ...planView(planned),
    status: null,
    dry_run: true,
    sent: 0,
    skipped: 0,
    succeeded: 0,
    failed: 0,
    cancelled: 0,
    created_at: null,
    finished_at: null,
  }
}

function planView({ kind, endpointId, filter, rate, total, hasMore, excluded, byEndpoint }: Planned) {
  return {
    kind,
    endpoint_id: endpointId && toPublicId('we', endpointId),
    filter: filterView(filter),
    rate,
    total,
    /** There are more than one job takes. */
    has_more: hasMore,
    estimated_seconds: Math.ceil(total / rate),
    excluded,
    by_endpoint: byEndpoint.map(({ endpointId: id, count }) => ({
      endpoint_id: toPublicId('we', id),
      count,
    })),
  }
}

function filterView(filter: ResendFilter) {
  return {
    endpoint_id: filter.endpointId && toPublicId('we', filter.endpointId),
    event_type: filter.eventType,
    status: filter.status,
    http_status: filter.httpStatus,
    error: filter.error,
    since: filter.since && toSeconds(new Date(filter.since)),
    until: filter.until && toSeconds(new Date(filter.until)),
    q: filter.q,
    resend_id: filter.resendId && toPublicId('rs', filter.resendId),
    delivery_ids: filter.deliveryIds?.map((id) => toPublicId('dlv', id)),
    include_delivered: filter.includeDelivered,
  }
}
