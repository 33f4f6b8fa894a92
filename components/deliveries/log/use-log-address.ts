'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type LogFilterInput, readLogFilter } from '@/lib/schemas/log-filter'
import { changeFilter, logHref } from './log-address'

/** The log's filter, which is kept in the address alone; each change begins at the first page. */
export function useLogAddress() {
  const text = useSearchParams().toString()
  const filter = useMemo(() => readLogFilter(new URLSearchParams(text)), [text])
  return {
    filter,
    /** A step that Back undoes. */
    push: (changes: LogFilterInput) => showAddress(logHref(changeFilter(filter, changes)), 'push'),
    /** For what is typed: Back leaves out the letters in between. */
    replace: (changes: LogFilterInput) => showAddress(logHref(changeFilter(filter, changes)), 'replace'),
  }
}

/** Changes the address without asking the server for the page again; Next tells `useSearchParams`. */
export function showAddress(href: string, step: 'push' | 'replace'): void {
  const { origin, pathname, search } = window.location
  const target = new URL(href, origin + pathname)
  if (target.search === search) return
  const address = target.pathname + target.search
  if (step === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
}
