'use client'

import { Instant } from '@/components/ui/instant'
import { relativeTime } from '@/components/ui/relative-time'
import { useNow } from '@/components/ui/use-now'

type Props = { countdown: { at: Date | string; isOver: boolean; isSnoozed: boolean } }

/** When a failing endpoint will be disabled, in a sentence. */
export function DisableCountdown({ countdown: { at, isOver, isSnoozed } }: Props) {
  const nowMs = useNow(!isOver)
  if (isOver) return <>Will be disabled at its next failed attempt</>
  const time = (
    <>
      <Instant at={at} precision="minute" />
      {nowMs === null ? null : <span className="whitespace-nowrap"> ({relativeTime(at, nowMs)})</span>}
    </>
  )
  return isSnoozed ? (
    <>Snoozed until {time}, then disabled unless it succeeds</>
  ) : (
    <>Will be disabled {time} unless it succeeds</>
  )
}
