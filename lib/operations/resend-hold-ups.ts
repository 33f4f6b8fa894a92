import { pool } from '@/lib/db/client'
import type { EndpointName } from '@/lib/db/endpoint-names'
import { listEndpointQueues } from '@/lib/db/endpoint-queue'
import type { ResendJob } from '@/lib/db/resend-jobs'
import type { StoreContext } from './context'

/**
 * Why a running job gets on slowly with an endpoint: a sender pauses it until then after failures, or so many other due
 * deliveries go before the job's (`hasMoreAhead`: or more).
 */
export type HoldUp = {
  endpointId: string
  endpointName: string
  pausedUntil: Date | null
  ahead: number
  hasMoreAhead: boolean
}

/** So many endpoints are looked at, those with the most deliveries. */
const MOST_ENDPOINTS = 20

/** What holds up a job at present, by endpoint, those with the most deliveries first; nothing holds up one that is over. */
export async function listHoldUps(
  context: StoreContext,
  job: ResendJob,
  endpoints: ReadonlyMap<string, EndpointName>,
): Promise<HoldUp[]> {
  if (job.status !== 'running') return []
  const ids = job.plan.byEndpoint.slice(0, MOST_ENDPOINTS).map(({ endpointId }) => endpointId)
  const queues = await listEndpointQueues(pool(), context, job.id, ids)
  return ids.flatMap((endpointId) => {
    const endpoint = endpoints.get(endpointId)
    const queue = queues.get(endpointId)
    if (!endpoint || !queue) return []
    const isQueued = hasQueuedAll(job, endpointId)
    const ahead = isQueued ? 0 : queue.others
    // What is queued and not due waits for its retry, pause or not.
    const pausedUntil = isQueued && !queue.hasOwn ? null : endpoint.pausedUntil
    if (ahead === 0 && pausedUntil === null) return []
    return [{ endpointId, endpointName: endpoint.name, pausedUntil, ahead, hasMoreAhead: queue.hasMore }]
  })
}

function hasQueuedAll(job: ResendJob, endpointId: string): boolean {
  if (job.sent + job.skipped >= job.total) return true
  return job.kind === 'resend' && job.progress.some((lane) => lane.endpointId === endpointId && lane.isDone)
}
