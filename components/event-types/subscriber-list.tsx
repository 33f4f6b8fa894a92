import Link from 'next/link'
import { ConditionBadge } from '@/components/endpoints/condition-badge'
import { Card } from '@/components/ui/card'
import { linkClass } from '@/components/ui/link-class'
import { toPublicId } from '@/lib/ids'
import type { EventSubscriber } from '@/lib/operations/event-subscribers'

/** The endpoints that listen to an event type. */
export function SubscriberList({ subscribers }: { subscribers: readonly EventSubscriber[] }) {
  return (
    <div id="endpoints" className="scroll-mt-[calc(var(--sticky-top)+1rem)]">
      <Card title="Endpoints that listen" flush>
        {subscribers.length === 0 ? (
          <p className="px-5 py-4 text-faded max-sm:px-4">
            No endpoint of this store listens to this event type. When it happens, nothing is sent.
          </p>
        ) : (
          <ul className="divide-y divide-rule">
            {subscribers.map(({ id, name, allEventTypes, condition }) => (
              <li key={id} className="px-5 py-2.5 max-sm:px-4">
                <Link
                  href={`/settings/webhooks/${toPublicId('we', id)}`}
                  className={`${linkClass} inline-flex min-h-6 items-center wrap-anywhere`}
                >
                  {name}
                </Link>
                <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-faded text-sm">
                  <ConditionBadge plain condition={condition} />
                  {allEventTypes ? 'All event types' : null}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}
