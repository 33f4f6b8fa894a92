import Link from 'next/link'
import { DeliveryStatusBadge } from '@/components/deliveries/delivery-status'
import { outcomeText } from '@/components/deliveries/outcome-text'
import { Card } from '@/components/ui/card'
import { linkClass } from '@/components/ui/link-class'
import { toPublicId } from '@/lib/ids'
import type { Delivery } from './use-delivery'

type Props = { delivery: Delivery; className: string }

/** Where else the same event went, and what came of it there. */
export function EventDeliveries({ delivery: { delivery, eventDeliveries }, className }: Props) {
  const others = eventDeliveries.filter(({ id }) => id !== delivery.id)
  return (
    <Card title="Other deliveries of this event" className={className}>
      {others.length === 0 ? (
        <p className="text-faded">No other endpoint was sent this event.</p>
      ) : (
        <ul className="divide-y divide-rule">
          {others.map((other) => (
            <li
              key={other.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
            >
              <Link
                href={`/deliveries/${toPublicId('dlv', other.id)}`}
                className={`${linkClass} min-w-0 wrap-anywhere`}
              >
                {other.endpointName}
              </Link>
              <span className="flex items-center gap-3 text-sm">
                <span className="text-faded">{outcomeText(other.httpStatus, other.error)}</span>
                <DeliveryStatusBadge status={other.status} plain />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 border-rule border-t pt-3 text-sm">
        <Link
          href={`/deliveries?q=${toPublicId('evt', delivery.eventId)}`}
          className={`${linkClass} inline-flex min-h-6 items-center`}
        >
          Show this event in the log
        </Link>
      </p>
    </Card>
  )
}
