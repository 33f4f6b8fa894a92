'use client'

import { useSyncExternalStore } from 'react'

const KEY = 'shopbell:last-log'

/** Keeps, for this tab, which part of the store's log was looked at last: a query like `?status=failed`. */
export function rememberLog(query: string): void {
  try {
    sessionStorage.setItem(KEY, query)
  } catch {}
}

/** What was kept, without its `?`; '' where nothing was, and on the server. */
export function useLastLog(): string {
  return useSyncExternalStore(subscribe, read, () => '')
}

function subscribe(): () => void {
  return () => {}
}

function read(): string {
  try {
    return sessionStorage.getItem(KEY)?.slice(1) ?? ''
  } catch {
    return ''
  }
}
