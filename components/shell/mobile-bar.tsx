'use client'

import { MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Logo } from '@/components/ui/logo'
import { Sheet } from '@/components/ui/sheet'
import { AccountMenu } from './account-menu'
import { Navigation } from './navigation'
import type { Person } from './person'
import { StoreSwitcher } from './store-switcher'

/** The shell's upper edge on a narrow screen. */
export function MobileBar({ person }: { person: Person }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center justify-between gap-2 border-rule border-b bg-paper px-4 sm:px-6 lg:hidden">
      <Link
        href="/settings/webhooks"
        aria-label="Shopbell, home"
        className="touch-target inline-flex items-center"
      >
        <Logo />
      </Link>
      <Sheet
        side="left"
        title="Menu"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton label="Menu">
            <MenuIcon aria-hidden />
          </IconButton>
        }
      >
        <div className="flex min-h-full flex-col gap-6">
          <StoreSwitcher person={person} />
          <Navigation onNavigate={close} />
          <div className="mt-auto">
            <AccountMenu person={person} onNavigate={close} />
          </div>
        </div>
      </Sheet>
    </header>
  )
}
