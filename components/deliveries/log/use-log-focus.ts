'use client'

import { useEffect, useRef } from 'react'
import { focusAfterChip, focusStatus } from './log-focus'
import { focusOpened } from './opened-delivery'

/**
 * Keeps the focus from being lost with what had it. `query` names the rows, `isThere` once they are shown. Returns what to
 * do as a link within the log is followed.
 */
export function useLogFocus(query: string, isThere: boolean): (link: HTMLAnchorElement) => void {
  const leftFor = useRef<string | null>(null)
  useEffect(() => {
    if (!isThere || leftFor.current === null || leftFor.current === query) return
    leftFor.current = null
    focusStatus()
  }, [query, isThere])
  useEffect(() => {
    // Later than the shell, which moves the focus to the heading of a page.
    const frame = requestAnimationFrame(focusOpened)
    return () => cancelAnimationFrame(frame)
  }, [])
  return (link) => {
    const isChip = link.matches('[data-chip], [data-chip-all]')
    if (isChip) focusAfterChip(link)
    leftFor.current = !isChip && link.closest('[data-log]') ? query : null
  }
}
