import Link from 'next/link'
import { Logo } from '@/components/ui/logo'
import { AccountLinks } from './account-links'
import { Navigation } from './navigation'
import type { Person } from './person'
import { StoreSwitcher } from './store-switcher'

/** The shell's left edge on a wide screen. */
export function Sidebar({ person }: { person: Person }) {
  return (
    <aside className="sticky top-0 flex h-dvh flex-col gap-5 overflow-y-auto border-rule border-r px-3 py-4 max-lg:hidden">
      <Link href="/settings/webhooks" aria-label="Shopbell, home" className="w-fit rounded-md px-2 py-1">
        <Logo />
      </Link>
      <StoreSwitcher person={person} />
      <Navigation person={person} />
      <div className="mt-auto">
        <AccountLinks person={person} />
      </div>
    </aside>
  )
}
