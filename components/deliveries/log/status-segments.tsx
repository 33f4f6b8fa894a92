'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { statusLabels } from '@/components/deliveries/delivery-words'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import { changeFilter, logHref } from './log-address'

// Those in trouble first: what a person who helps is looking for.
const offered: readonly (DeliveryStatus | undefined)[] = [
  undefined,
  'failed',
  'retrying',
  'pending',
  'delivered',
  'cancelled',
]

/** The quick choice of a status, one click each. Where not all have room, the strip scrolls, and fades where it goes on. */
export function StatusSegments({ filter }: { filter: LogFilterInput }) {
  const strip = useRef<HTMLDivElement>(null)
  const [hidden, setHidden] = useState({ left: false, right: false })

  const measure = useCallback(() => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = strip.current ?? {}
    const left = scrollLeft > 1
    const right = scrollLeft + clientWidth < scrollWidth - 1
    setHidden((before) => (before.left === left && before.right === right ? before : { left, right }))
  }, [])

  useEffect(() => {
    if (!strip.current) return
    const observer = new ResizeObserver(measure)
    observer.observe(strip.current)
    return () => observer.disconnect()
  }, [measure])
  useEffect(() => showSegment(strip.current, offered.indexOf(filter.status)), [filter.status])

  return (
    <nav aria-label="Status" className="min-w-0 overflow-hidden rounded-md border border-line bg-surface">
      <div
        ref={strip}
        onScroll={measure}
        data-more-left={hidden.left || undefined}
        data-more-right={hidden.right || undefined}
        className="relative overflow-x-auto [scrollbar-width:none] data-more-left:mask-l-from-[calc(100%-2rem)] data-more-right:mask-r-from-[calc(100%-2rem)]"
      >
        <ul className="flex w-max">
          {offered.map((status) => (
            <li key={status ?? 'all'} className="border-rule not-first:border-l">
              <a
                href={logHref(changeFilter(filter, { status }))}
                aria-current={filter.status === status ? 'true' : undefined}
                className="touch-target inline-flex h-8 items-center justify-center px-3.5 text-faded hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-brass-wash aria-[current]:font-medium aria-[current]:text-ink aria-[current]:forced-colors:outline-2 aria-[current]:forced-colors:-outline-offset-2"
              >
                {status === undefined ? 'All' : statusLabels[status]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}

/** Scrolls the strip alone, never the page. */
function showSegment(strip: HTMLElement | null, index: number): void {
  const segment = strip?.querySelectorAll('a')[index]
  if (strip && segment) strip.scrollLeft = segment.offsetLeft - (strip.clientWidth - segment.offsetWidth) / 2
}
