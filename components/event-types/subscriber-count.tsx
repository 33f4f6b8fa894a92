import Link from 'next/link'
import { linkClass } from '@/components/ui/link-class'
import { toPublicId } from '@/lib/ids'
import type { EventSubscriber } from '@/lib/operations/event-subscribers'

type Props = { name: string; subscribers: readonly EventSubscriber[] }

const countClass = `${linkClass} inline-flex min-h-6 items-center`

/** How many endpoints listen to a type; leads to the one, or to all of them. */
export function SubscriberCount({ name, subscribers }: Props) {
  const [first, ...more] = subscribers
  if (!first) return <span className="text-faded">No endpoint</span>
  if (more.length === 0) {
    return (
      <Link
        href={`/settings/webhooks/${toPublicId('we', first.id)}`}
        prefetch={false}
        aria-label={`1 endpoint: ${first.name}`}
        className={countClass}
      >
        1 endpoint
      </Link>
    )
  }
  return (
    <Link
      href={`/event-types/${name}#endpoints`}
      prefetch={false}
      aria-label={`${subscribers.length} endpoints that listen to ${name}`}
      className={countClass}
    >
      {subscribers.length} endpoints
    </Link>
  )
}
