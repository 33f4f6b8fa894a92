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
    focusHeading()
    return keepFocus()
  }, [pathname])
  return null
}

function focusHeading() {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}

/** What shows while a page loads takes its heading away with it; until the person does something, the next one gets the focus. */
function keepFocus(): () => void {
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) focusHeading()
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
