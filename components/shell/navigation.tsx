'use client'

import {
  BellIcon,
  BookOpenTextIcon,
  ChartColumnIcon,
  KeyRoundIcon,
  ListChecksIcon,
  type LucideIcon,
  TagsIcon,
  WebhookIcon,
} from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { can, type Permission } from '@/lib/permissions'
import { NewCount } from './new-count'
import type { Person } from './person'
import { useNewNotices } from './use-new-notices'

/** `needs`: for a role that may do this alone. */
type Item = { href: Route; label: string; Icon: LucideIcon; needs?: Permission }

const NOTICES = '/notices'

const groups: { title: string; items: Item[] }[] = [
  {
    title: 'Settings',
    items: [
      { href: '/settings/webhooks', label: 'Webhooks', Icon: WebhookIcon },
      { href: '/settings/api-tokens', label: 'API tokens', Icon: KeyRoundIcon, needs: 'store:administer' },
      { href: '/settings/api-reference', label: 'API reference', Icon: BookOpenTextIcon },
    ],
  },
  {
    title: 'Activity',
    items: [
      { href: '/deliveries', label: 'Deliveries', Icon: ListChecksIcon },
      { href: '/statistics', label: 'Statistics', Icon: ChartColumnIcon },
      { href: NOTICES, label: 'Notices', Icon: BellIcon },
    ],
  },
  { title: 'Reference', items: [{ href: '/event-types', label: 'Event types', Icon: TagsIcon }] },
]

type Props = { person: Pick<Person, 'newNotices' | 'store'>; onNavigate?: () => void }

/** Every screen that has a place of its own. A new screen is one line above. */
export function Navigation({ person, onNavigate }: Props) {
  const newNotices = useNewNotices(person.newNotices)
  const pathname = usePathname()
  const isFor = ({ needs }: Item) => needs === undefined || can(person.store.role, needs)
  return (
    <nav aria-label="Main" className="flex flex-col gap-4">
      {groups.map(({ title, items }) => (
        <div key={title}>
          <h2 className="px-3 pb-1 font-medium text-faded text-xs">{title}</h2>
          <ul className="flex flex-col gap-0.5">
            {items.filter(isFor).map(({ href, label, Icon }) => (
              <li key={href}>
                <Link
                  href={href}
                  onClick={onNavigate}
                  aria-current={pathname === href ? 'page' : isBelow(pathname, href) ? 'true' : undefined}
                  className="flex h-8.5 pointer-coarse:h-11 items-center gap-2.5 rounded-md border border-transparent px-3 text-faded hover:bg-ink/5 hover:text-ink aria-[current]:border-brass-ink/25 aria-[current]:bg-brass-wash aria-[current]:font-medium aria-[current]:text-ink aria-[current]:forced-colors:outline-2"
                >
                  <Icon aria-hidden className="size-4 shrink-0" />
                  {label}
                  {href === NOTICES ? <NewCount count={newNotices} className="ml-auto" /> : null}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function isBelow(pathname: string, href: string): boolean {
  return pathname.startsWith(`${href}/`)
}
