'use client'

import { automaticReason, ConditionBadge } from '@/components/endpoints/condition-badge'
import { DisableCountdown } from '@/components/endpoints/disable-countdown'
import { PausedUntil } from '@/components/endpoints/paused-until'
import { SnoozeButton } from '@/components/endpoints/snooze-button'
import { Instant } from '@/components/ui/instant'
import type { EndpointRow } from './use-endpoint-list'

type Props = { row: EndpointRow; mayEdit: boolean; onSnoozed: () => unknown }

/** How an endpoint of the list is, since when, and what is to come of it. */
export function RowCondition({ row, mayEdit, onSnoozed }: Props) {
  const { condition, countdown, pausedUntil } = row
  const since = condition === 'failing' ? row.failingSince : row.disabledAt
  return (
    <div>
      <ConditionBadge condition={condition} plain />
      {since === null ? null : (
        <span className="block text-faded text-xs">
          {condition === 'disabled_automatically' ? `${automaticReason(row.disabledReason).short}, ` : ''}
          since <Instant at={since} precision="minute" />
        </span>
      )}
      {pausedUntil === null ? null : (
        <span className="block max-w-64 text-faded text-xs">
          <PausedUntil at={pausedUntil} />
        </span>
      )}
      {countdown === null ? null : (
        <>
          <span className="block max-w-64 text-xs">
            <DisableCountdown countdown={countdown} />
          </span>
          {mayEdit ? <SnoozeButton endpoint={row} onSnoozed={onSnoozed} plain /> : null}
        </>
      )}
    </div>
  )
}
