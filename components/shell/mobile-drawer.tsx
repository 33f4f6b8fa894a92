'use client'

import { Sheet } from '@/components/ui/sheet'
import { AccountLinks } from './account-links'
import { Navigation } from './navigation'
import type { Person } from './person'
import { StoreSwitcher } from './store-switcher'

type Props = { person: Person; open: boolean; onOpenChange: (open: boolean) => void }

/** The navigation of a narrow screen; loaded when it is first opened. */
export default function MobileDrawer({ person, open, onOpenChange }: Props) {
  const close = () => onOpenChange(false)
  return (
    <Sheet side="left" title="Menu" open={open} onOpenChange={onOpenChange}>
      <div className="flex min-h-full flex-col gap-6">
        <StoreSwitcher person={person} />
        <Navigation person={person} onNavigate={close} />
        <div className="mt-auto">
          <AccountLinks person={person} onNavigate={close} />
        </div>
      </div>
    </Sheet>
  )
}
