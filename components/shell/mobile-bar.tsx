'use client'

import { MenuIcon } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import { NewCount } from './new-count'
import type { Person } from './person'
import { useNewNotices } from './use-new-notices'

const MobileDrawer = dynamic(() => import('./mobile-drawer'), { ssr: false })

/** The shell's upper edge on a narrow screen. */
export function MobileBar({ person }: { person: Person }) {
  const newNotices = useNewNotices(person.newNotices)
  const [open, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center justify-between gap-2 border-rule border-b bg-paper px-4 sm:px-6 lg:hidden">
      <Link
        href="/settings/webhooks"
        aria-label="Shopbell, home"
        className="touch-target inline-flex items-center"
      >
        <Logo />
      </Link>
      <Button
        variant="quiet"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setWasOpened(true)
          setOpen(true)
        }}
      >
        <MenuIcon aria-hidden /> Menu <NewCount count={newNotices} />
      </Button>
      {wasOpened ? <MobileDrawer person={person} open={open} onOpenChange={setOpen} /> : null}
    </header>
  )
}
