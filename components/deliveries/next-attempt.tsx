'use client'

import { formatInstant } from '@/components/ui/clock-format'
import { relativeTime } from '@/components/ui/relative-time'
import { useTimeZone } from '@/components/ui/time-zone'
import { type Holdable, useHeldUntil } from './held-until'
import { useNowBefore } from './use-now-before'

type Props = { row: Holdable }

/** What happens to a delivery next: on its way, held back, or when it is tried again. */
export function NextAttempt({ row }: Props) {
  const { inFlight, resendRequested, nextAttemptAt } = row
  const timeZone = useTimeZone()
  const held = useHeldUntil(row)
  const nowMs = useNowBefore(nextAttemptAt)
  if (inFlight) return <span className="text-progress">Sending now</span>
  if (resendRequested) return <span className="text-progress">Resend queued</span>
  if (nextAttemptAt === null) return <span className="text-faded">—</span>
  if (held !== null) {
    return (
      <span title={`Until ${formatInstant(held, timeZone, 'second')}, after failures`}>endpoint paused</span>
    )
  }
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
