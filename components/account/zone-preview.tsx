'use client'

import { useEffect, useState } from 'react'
import { formatInstant } from '@/components/ui/clock-format'

const MINUTE_MS = 60_000

/** What clocks show in a time zone, once the page is alive. */
export function ZonePreview({ timeZone }: { timeZone: string }) {
  const [minute, setMinute] = useState<number | null>(null)
  useEffect(() => {
    const look = () => setMinute(Math.floor(Date.now() / MINUTE_MS))
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [])
  if (minute === null) return null
  const now = new Date(minute * MINUTE_MS)
  return (
    <>
      , where it is now{' '}
      <time dateTime={now.toISOString()} className="whitespace-nowrap">
        {formatInstant(now, timeZone, 'minute')}
      </time>
    </>
  )
}
