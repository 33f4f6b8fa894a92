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
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [pathname])
  return null
}
