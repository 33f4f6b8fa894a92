'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Tab<Path extends string> = { href: Route<Path>; label: ReactNode; count?: number }

/** Tabs that are pages: each has its URL. `label` names the navigation. */
export function TabLinks<Path extends string>({
  label,
  tabs,
}: {
  label: string
  tabs: readonly Tab<Path>[]
}) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} data-tabs className="-mx-1 overflow-x-auto px-1 pt-1">
      <ul className="flex min-w-full gap-6 border-rule border-b">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={pathname === tab.href ? 'page' : undefined}
              className="touch-target -mb-px inline-flex h-10 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-faded hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-brass aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="text-faded text-xs">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
