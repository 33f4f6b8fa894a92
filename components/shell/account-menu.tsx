'use client'

import { ChevronsUpDownIcon, CircleUserRoundIcon, LogOutIcon, UserCogIcon } from 'lucide-react'
import Link from 'next/link'
import { signOut } from 'next-auth/react'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { type Person, roleNames } from './person'

/** Who is signed in, with the way to their account and out. */
export function AccountMenu({ person, onNavigate }: { person: Person; onNavigate?: () => void }) {
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${person.name}, account and sign out`}
          className="flex min-h-11 w-full items-center gap-2.5 rounded-md border border-transparent px-3 text-left hover:bg-ink/5"
        >
          <CircleUserRoundIcon aria-hidden className="size-4 shrink-0 text-faded" />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{person.name}</span>
            <span className="block truncate text-faded text-xs">{roleNames[person.role]}</span>
          </span>
          <ChevronsUpDownIcon aria-hidden className="size-4 shrink-0 text-faded" />
        </button>
      }
    >
      <p className="max-w-64 truncate px-2 pt-1.5 pb-1 text-faded text-xs">{person.email}</p>
      <MenuLink render={<Link href="/account" />} onClick={onNavigate}>
        <UserCogIcon aria-hidden /> Your account
      </MenuLink>
      <MenuSeparator />
      <MenuItem onClick={() => signOut({ callbackUrl: '/signin' })}>
        <LogOutIcon aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  )
}
