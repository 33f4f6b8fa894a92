import { ChevronLeftIcon, ChevronRightIcon } from 'lucide-react'
import type { Route } from 'next'
import Link from 'next/link'
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
        {previous ? (
          <Button size="sm" render={<Link href={previous} rel="prev" />}>
            <ChevronLeftIcon aria-hidden /> Previous
          </Button>
        ) : (
          <Button size="sm" disabled>
            <ChevronLeftIcon aria-hidden /> Previous
          </Button>
        )}
        {next ? (
          <Button size="sm" render={<Link href={next} rel="next" />}>
            Next <ChevronRightIcon aria-hidden />
          </Button>
        ) : (
          <Button size="sm" disabled>
            Next <ChevronRightIcon aria-hidden />
          </Button>
        )}
      </div>
    </nav>
  )
}
