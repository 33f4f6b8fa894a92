'use client'

import type { MouseEvent, ReactNode } from 'react'
import { showAddress } from './use-log-address'

type Props = { className?: string; onTurnPage: () => void; children: ReactNode }

/**
 * Within it, links to another query of the same page (`?status=failed`) change the address and nothing is loaded anew. They
 * stay links: they can be copied, opened in another tab, and followed before the page is alive.
 */
export function ShallowLinks({ className, onTurnPage, children }: Props) {
  function follow(event: MouseEvent<HTMLElement>) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const href = link?.getAttribute('href')
    if (!href?.startsWith('?')) return
    event.preventDefault()
    showAddress(href, 'push')
    if (link?.rel) onTurnPage()
  }
  return (
    <div className={className} onClickCapture={follow}>
      {children}
    </div>
  )
}
