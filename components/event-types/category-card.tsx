import { Card } from '@/components/ui/card'
import type { EventSubscriber } from '@/lib/operations/event-subscribers'
import type { EventCategory } from '@/lib/webhooks/event-types/define-event-type'
import { EventTypeLink } from './event-type-link'
import { SubscriberCount } from './subscriber-count'

type Props = { category: EventCategory; subscribers: ReadonlyMap<string, readonly EventSubscriber[]> }

/** A category of the catalogue with its types. */
export function CategoryCard({ category, subscribers }: Props) {
  return (
    <div id={category.id} className="scroll-mt-[calc(var(--sticky-top)+1rem)]">
      <Card title={category.label} flush>
        <ul className="divide-y divide-rule">
          {category.types.map(({ name, description }) => (
            <li
              key={name}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-5 py-2.5 hover:bg-hover max-sm:px-4 md:grid-cols-[16.5rem_minmax(0,1fr)_6.5rem]"
            >
              <EventTypeLink name={name} />
              <p className="text-faded text-sm max-md:col-span-2">{description}</p>
              <p className="text-right text-sm max-md:col-start-2 max-md:row-start-1">
                <SubscriberCount name={name} subscribers={subscribers.get(name) ?? []} />
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
