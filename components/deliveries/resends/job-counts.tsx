import { formatCount } from '@/components/ui/number-format'
import type { JobView } from './use-job'

/** Where a job's deliveries are: together they are its total. */
export function JobCounts({ job }: { job: JobView }) {
  const counts = [
    { label: job.status === 'cancelled' ? 'Never queued' : 'Waiting', count: job.waiting },
    { label: 'Under way', count: job.pending },
    { label: 'Succeeded', count: job.succeeded },
    { label: 'Failed', count: job.failed },
    { label: 'Skipped', count: job.skipped },
    { label: 'Cancelled', count: job.cancelled },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
      {counts.map(({ label, count }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-faded text-sm">{label}</dt>
          <dd className="font-semibold text-xl tabular-nums">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
