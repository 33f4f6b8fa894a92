import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'

type Crumb = { href: Route; label: ReactNode }

/** The pages above this one; the page itself is its h1. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-x-2 text-faded text-sm">
        {items.map((item, index) => (
          <li key={item.href} className="inline-flex items-center gap-2">
            <Link
              href={item.href}
              className="inline-flex min-h-6 pointer-coarse:min-h-11 items-center underline-offset-3 hover:text-ink hover:underline"
            >
              {item.label}
            </Link>
            {index < items.length - 1 ? <span aria-hidden>/</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
