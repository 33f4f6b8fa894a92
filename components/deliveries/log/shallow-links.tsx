'use client'

import type { MouseEvent, ReactNode } from 'react'
import { showAddress } from './use-log-address'

type Props = { className?: string; onFollow: (link: HTMLAnchorElement) => void; children: ReactNode }

/**
 * Within it, links to another query of the same page (`?status=failed`) change the address and nothing is loaded anew. They
 * stay links: they can be copied, opened in another tab, and followed before the page is alive. `onFollow` is told of each.
 */
export function ShallowLinks({ className, onFollow, children }: Props) {
  function follow(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!link || !href?.startsWith('?')) return
    event.preventDefault()
    showAddress(href, 'push')
    onFollow(link)
  }
  return (
    <div className={className} onClickCapture={follow}>
      {children}
    </div>
  )
}
