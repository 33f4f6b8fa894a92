import { Card } from '@/components/ui/card'
import { EventTypeLink } from './event-type-link'

/** The event types that were archived: their deliveries are in the log, and they can be taken back. */
export function ArchivedTypes({ types }: { types: readonly { name: string; description: string }[] }) {
  if (types.length === 0) return null
  return (
    <Card title="Archived" description="Events of these are refused, and no endpoint can choose them." flush>
      <ul className="divide-y divide-rule">
        {types.map(({ name, description }) => (
          <li
            key={name}
            className="grid gap-x-4 px-5 py-2.5 max-sm:px-4 md:grid-cols-[16.5rem_minmax(0,1fr)]"
          >
            <EventTypeLink name={name} />
            <p className="text-faded text-sm">{description}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
