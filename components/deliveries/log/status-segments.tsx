import { statusLabels } from '@/components/deliveries/delivery-words'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import { changeFilter, logHref } from './log-address'

// Those in trouble first: what a person who helps is looking for.
const offered: readonly (DeliveryStatus | undefined)[] = [
  undefined,
  'failed',
  'retrying',
  'pending',
  'delivered',
  'cancelled',
]

/** The quick choice of a status, one click each. */
export function StatusSegments({ filter }: { filter: LogFilterInput }) {
  return (
    <nav aria-label="Status" className="max-w-full overflow-x-auto rounded-md border border-line bg-surface">
      <ul className="flex w-max">
        {offered.map((status) => (
          <li key={status ?? 'all'} className="border-rule not-first:border-l">
            <a
              href={logHref(changeFilter(filter, { status }))}
              aria-current={filter.status === status ? 'true' : undefined}
              className="touch-target inline-flex h-8 items-center justify-center px-3.5 text-faded hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-brass-wash aria-[current]:font-medium aria-[current]:text-ink"
            >
              {status === undefined ? 'All' : statusLabels[status]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
