'use client'

import { ChevronRightIcon } from 'lucide-react'
import { useState } from 'react'
import { attemptText } from '@/components/deliveries/outcome-text'
import { Badge } from '@/components/ui/badge'
import { Instant } from '@/components/ui/instant'
import { formatDuration } from '@/components/ui/number-format'
import { StatusBadge } from '@/components/ui/status-badge'
import { AttemptDetail } from './attempt-detail'
import { triggerText } from './trigger-text'
import type { Attempt } from './use-delivery'

type Props = { deliveryId: string; attempt: Attempt; payload: string | null; isLatest: boolean }

/** One attempt: a line, and opened all that was sent and came back. Of those never opened nothing is drawn. */
export function AttemptEntry({ deliveryId, attempt, payload, isLatest }: Props) {
  const [wasOpened, setOpened] = useState(isLatest)
  const { number, error, httpStatus, superseded, startedAt, durationMs } = attempt
  return (
    <details
      open={isLatest}
      className="group/attempt"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true)
      }}
    >
      <summary className="flex list-none flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 max-sm:px-4 pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <span className="flex items-center gap-2">
          <ChevronRightIcon
            aria-hidden
            className="size-4 text-faded transition-transform group-open/attempt:rotate-90"
          />
          <span className="w-7 text-faded">#{number}</span>
        </span>
        <StatusBadge plain tone={error === null ? 'success' : 'danger'} className="min-w-28">
          {attemptText(httpStatus, error)}
        </StatusBadge>
        <span className="min-w-0 wrap-anywhere">{triggerText(attempt)}</span>
        {superseded ? <Badge>Superseded</Badge> : null}
        <span className="ml-auto flex gap-x-4 text-faded text-sm max-sm:ml-0 max-sm:w-full max-sm:pl-6">
          <span>{formatDuration(durationMs)}</span>
          <Instant at={startedAt} />
        </span>
      </summary>
      {wasOpened ? (
        <div className="px-5 pt-1 pb-5 sm:pl-11 max-sm:px-4">
          <AttemptDetail deliveryId={deliveryId} attempt={attempt} payload={payload} />
        </div>
      ) : null}
    </details>
  )
}
