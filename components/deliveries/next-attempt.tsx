'use client'

import { formatInstant } from '@/components/ui/clock-format'
import { relativeTime } from '@/components/ui/relative-time'
import { useTimeZone } from '@/components/ui/time-zone'
import { useNow } from '@/components/ui/use-now'
import type { JsonView } from '@/lib/json-view'
import type { LogRow } from '@/lib/operations/log-rows'

type Props = { row: JsonView<Pick<LogRow, 'inFlight' | 'resendRequested' | 'nextAttemptAt'>> }

/** What happens to a delivery next: on its way, or when it is tried again. */
export function NextAttempt({ row: { inFlight, resendRequested, nextAttemptAt } }: Props) {
  const timeZone = useTimeZone()
  const nowMs = useNow(nextAttemptAt !== null)
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
