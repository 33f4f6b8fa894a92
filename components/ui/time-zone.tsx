'use client'

import { createContext, type ReactNode, useContext } from 'react'

const TimeZone = createContext<string | null>(null)

/** The zone in which the page shows times: the person's own, from the server, never the browser's. */
export function TimeZoneProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <TimeZone value={timeZone}>{children}</TimeZone>
}

export function useTimeZone(): string {
  const timeZone = useContext(TimeZone)
  if (timeZone === null) throw new Error('A time is shown outside a TimeZoneProvider.')
  return timeZone
}
