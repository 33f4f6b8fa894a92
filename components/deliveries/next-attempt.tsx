'use client'

import { useEffect, useState } from 'react'
import { formatInstant } from '@/components/ui/clock-format'
import { relativeTime } from '@/components/ui/relative-time'
import { useTimeZone } from '@/components/ui/time-zone'
import type { JsonView } from '@/lib/json-view'
import type { LogRow } from '@/lib/operations/log-rows'

type Props = { row: JsonView<Pick<LogRow, 'inFlight' | 'resendRequested' | 'nextAttemptAt'>> }

/** What happens to a delivery next: on its way, or when it is tried again. */
export function NextAttempt({ row: { inFlight, resendRequested, nextAttemptAt } }: Props) {
  const timeZone = useTimeZone()
  const nowMs = useNowBefore(nextAttemptAt)
  if (inFlight) return <span className="text-progress">Sending now</span>
  if (resendRequested) return <span className="text-progress">Resend queued</span>
  if (nextAttemptAt === null) return <span className="text-faded">—</span>
  const isDue = nowMs !== null && Date.parse(nextAttemptAt) <= nowMs
  return (
    <time
      dateTime={nextAttemptAt}
      title={formatInstant(nextAttemptAt, timeZone, 'second')}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {nowMs === null
        ? formatInstant(nextAttemptAt, timeZone, 'minute')
        : isDue
          ? 'due now'
          : soon(nextAttemptAt, nowMs)}
    </time>
  )
}

function soon(at: string, nowMs: number): string {
  const seconds = Math.ceil((Date.parse(at) - nowMs) / 1_000)
  return seconds < 60 ? `in ${seconds} s` : relativeTime(at, nowMs)
}

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** The time in Unix ms; each second in the last minute before `at`, seldom otherwise. Null until it is mounted. */
function useNowBefore(at: string | null): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    if (at === null) return
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const now = Date.now()
      const awayMs = Date.parse(at) - now
      setNowMs(now)
      timer = setTimeout(look, awayMs > 0 && awayMs < 2 * MINUTE_MS ? SECOND_MS : MINUTE_MS)
    }
    look()
    return () => clearTimeout(timer)
  }, [at])
  return nowMs
}
