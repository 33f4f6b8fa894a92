import Link from 'next/link'
import { Banner } from '@/components/ui/banner'
import { linkClass } from '@/components/ui/link-class'

type Props = { warnings: readonly string[]; eventType: string }

/** What of an event does not match its type's schema: it was sent all the same. */
export function EventWarnings({ warnings, eventType }: Props) {
  if (warnings.length === 0) return null
  return (
    <Banner tone="warning" title="The event does not match the schema of its type">
      <ul className="list-disc pl-4">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <p className="mt-1">
        It was sent all the same.{' '}
        <Link href={`/event-types/${eventType}`} prefetch={false} className={linkClass}>
          Fields of {eventType}
        </Link>
      </p>
    </Banner>
  )
}
