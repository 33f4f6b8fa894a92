import { errorLabels, statusLabels } from '@/components/deliveries/delivery-words'
import { formatInstant } from '@/components/ui/clock-format'
import { formatCount } from '@/components/ui/number-format'
import type { Tone } from '@/components/ui/tone'
import type { JobView } from './use-job'

/** “Bulk resend”, “Catch-up of ERP prod”. */
export function jobTitle({ kind, endpointName }: Pick<JobView, 'kind' | 'endpointName'>): string {
  if (kind === 'resend') return 'Bulk resend'
  return endpointName === null ? 'Catch-up' : `Catch-up of ${endpointName}`
}

/** A job's state in a word, as all that lists jobs shows it. */
export function jobStatus(job: Pick<JobView, 'status' | 'finishedAt'>): { tone: Tone; label: string } {
  if (job.status === 'running') return { tone: 'progress', label: 'Running' }
  if (job.status === 'completed') return { tone: 'success', label: 'Completed' }
  return job.finishedAt === null
    ? { tone: 'progress', label: 'Being cancelled' }
    : { tone: 'muted', label: 'Cancelled' }
}

/** “Mira Petersen”, “token ERP sync”; null for somebody whom the store does not know. */
export function startedBy({ actorName, actorIsToken }: Pick<JobView, 'actorName' | 'actorIsToken'>) {
  return actorName !== null && actorIsToken ? `token ${actorName}` : actorName
}

/** How many deliveries of a job are over, one way or another. */
export function countOver(job: Pick<JobView, 'succeeded' | 'failed' | 'cancelled' | 'skipped'>): number {
  return job.succeeded + job.failed + job.cancelled + job.skipped
}

/** “214 of 312 finished” */
export function progressText(job: JobView): string {
  return `${formatCount(countOver(job))} of ${formatCount(Math.max(job.total, countOver(job)))} finished`
}

/** What a job was asked to resend, part by part. */
export function filterFacts(job: JobView, timeZone: string): { label: string; value: string }[] {
  const { filter, endpointName } = job
  const instant = (at: string) => formatInstant(at, timeZone, 'minute')
  const facts: [string, string | undefined][] = [
    ['Selected', filter.deliveryIds && `${formatCount(filter.deliveryIds.length)} deliveries`],
    ['Search', filter.q],
    ['Endpoint', endpointName ?? undefined],
    ['Event type', filter.eventType],
    ['Status', filter.status && statusLabels[filter.status]],
    ['HTTP status', filter.httpStatus === undefined ? undefined : String(filter.httpStatus)],
    ['Error', filter.error && errorLabels[filter.error]],
    ['Since', filter.since && instant(filter.since)],
    ['Until', filter.until && instant(filter.until)],
    ['Bulk resend', filter.resendId && 'Deliveries of an earlier one'],
    ['Delivered ones', filter.includeDelivered ? 'Sent too' : undefined],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
