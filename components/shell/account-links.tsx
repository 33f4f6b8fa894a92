'use client'

import { CircleUserRoundIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type Person, roleNames } from './person'
import { SignOutButton } from './sign-out-button'

/** Who is signed in, with the ways to their account and out. */
export function AccountLinks({ person, onNavigate }: { person: Person; onNavigate?: () => void }) {
  const pathname = usePathname()
  return (
    <div className="flex flex-col gap-0.5 border-rule border-t pt-3">
      <Link
        href="/account"
        onClick={onNavigate}
        aria-current={pathname === '/account' ? 'page' : undefined}
        className="flex min-h-11 items-center gap-2.5 rounded-md border border-transparent px-3 py-1 hover:bg-ink/5 aria-[current]:border-brass-ink/25 aria-[current]:bg-brass-wash aria-[current]:forced-colors:outline-2"
      >
        <CircleUserRoundIcon aria-hidden className="size-4 shrink-0 text-faded" />
        <span className="min-w-0">
          <span className="block truncate font-medium" title={person.name}>
            {person.name}
          </span>
          <span className="block truncate text-faded text-xs">{roleNames[person.role]} · Your account</span>
        </span>
      </Link>
      <SignOutButton
        variant="quiet"
        className="justify-start gap-2.5 px-3 font-normal text-faded hover:text-ink"
      />
    </div>
  )
}
