import Link from 'next/link'
import { linkClass } from '@/components/ui/link-class'
import { BreakableName } from './breakable-name'

/** The name of an event type, which leads to its page. */
export function EventTypeLink({ name }: { name: string }) {
  return (
    <Link
      href={`/event-types/${name}`}
      prefetch={false}
      className={`${linkClass} inline-flex min-h-6 w-fit items-center font-mono text-sm wrap-anywhere`}
    >
      <span>
        <BreakableName name={name} />
      </span>
    </Link>
  )
}
