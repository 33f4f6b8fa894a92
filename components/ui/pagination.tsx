import { ChevronLeftIcon, ChevronRightIcon } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { Button } from './button'

type Props = {
  /** Names the navigation: "Pages of deliveries". */
  label: string
  previous?: Route
  next?: Route
  /** "1–50 of 1,204" */
  summary?: ReactNode
}

export function Pagination({ label, previous, next, summary }: Props) {
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-3 px-5 py-3 max-sm:px-4"
    >
      <p className="text-faded text-sm">{summary}</p>
      <div className="flex gap-2">
        <PageLink href={previous} rel="prev">
          <ChevronLeftIcon aria-hidden /> Previous
        </PageLink>
        <PageLink href={next} rel="next">
          Next <ChevronRightIcon aria-hidden />
        </PageLink>
      </div>
    </nav>
  )
}

const off = 'cursor-not-allowed border-rule bg-transparent text-faded hover:border-rule hover:bg-transparent'

/** One element with and without a page to go to, so that it does not take the focus away with it. */
function PageLink({
  href,
  rel,
  children,
}: {
  href: Route | undefined
  rel: 'prev' | 'next'
  children: ReactNode
}) {
  const state = href === undefined ? { role: 'link', tabIndex: -1, 'aria-disabled': true } : { href }
  return (
    <Button size="sm" className={href === undefined ? off : undefined} render={<a {...state} rel={rel} />}>
      {children}
    </Button>
  )
}
