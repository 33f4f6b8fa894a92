'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** After a change of page the focus is at its heading, as it would be after a full load. */
export function FocusHeading() {
  const pathname = usePathname()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    // Of the tabs of one page the chosen one keeps the focus: the heading is the same.
    if (document.activeElement?.closest('[data-tabs]')) return
    const left = document.activeElement
    focusHeading()
    return keepFocus(left)
  }, [pathname])
  return null
}

function focusHeading() {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

/**
 * The heading may come later than the address, and what shows while a page loads takes its own away with it: until the
 * person does something, the next one gets the focus, unless something else took it from what had it (`left`).
 */
function keepFocus(left: Element | null): () => void {
  const observer = new MutationObserver(() => {
    const { activeElement } = document
    if (activeElement === document.body || activeElement === left) focusHeading()
  })
  const stop = () => observer.disconnect()
  const main = document.getElementById('main')
  if (main) observer.observe(main, { childList: true, subtree: true })
  for (const done of ['keydown', 'pointerdown']) addEventListener(done, stop, { once: true })
  return () => {
    stop()
    for (const done of ['keydown', 'pointerdown']) removeEventListener(done, stop)
  }
}
