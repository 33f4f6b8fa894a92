'use client'

import { RotateCwIcon } from 'lucide-react'
import Link from 'next/link'
import { type MouseEvent, memo } from 'react'
import { DeliveryStatusBadge } from '@/components/deliveries/delivery-status'
import { statusLabels } from '@/components/deliveries/delivery-words'
import { NextAttempt } from '@/components/deliveries/next-attempt'
import { outcomeText } from '@/components/deliveries/outcome-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { formatInstant } from '@/components/ui/clock-format'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { formatDuration } from '@/components/ui/number-format'
import { Cell, RowHeader, TableRow } from '@/components/ui/table'
import { useTimeZone } from '@/components/ui/time-zone'
import { toPublicId } from '@/lib/ids'
import { rememberOpened } from './opened-delivery'
import type { LogRow as Row } from './use-log'
import { WarningMark } from './warning-mark'

type Props = {
  row: Row
  hasEndpoint: boolean
  mayResend: boolean
  isSelected: boolean
  onToggle: (id: string, isRange: boolean) => void
  onResend: (id: string) => void
}

/** With Shift, a click would select the text in between too. */
function keepSelection(event: MouseEvent) {
  if (event.shiftKey) event.preventDefault()
}

/** In another tab it is not left. */
function isPlain({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return !metaKey && !ctrlKey && !shiftKey && !altKey
}

/** Hidden where the window has no room for all columns; the delivery's own page says it. */
export const whereWide = 'sm:max-xl:hidden'
export const whereNotNarrow = 'sm:max-md:hidden'

/** A delivery in the log. It keeps its height whatever becomes of the delivery, so that no row moves. */
export const LogRow = memo(function LogRow(props: Props) {
  const { row, hasEndpoint, mayResend, isSelected, onToggle, onResend } = props
  const timeZone = useTimeZone()
  const { id, eventType, status, attemptsCount, mostAttempts } = row
  const outcome = outcomeText(row.httpStatus, row.error)
  const name = `${eventType}, ${statusLabels[status]}, ${formatInstant(row.createdAt, timeZone, 'second')}`
  return (
    <TableRow
      selected={isSelected}
      data-delivery={id}
      className="sm:h-11 focus-within:bg-hover max-sm:pointer-coarse:pt-1"
    >
      {mayResend ? (
        <Cell className="max-sm:absolute max-sm:top-2.5 max-sm:left-4 max-sm:block max-sm:pointer-coarse:top-1 max-sm:pointer-coarse:left-[3px]">
          <Checkbox
            hideLabel
            label={`Select ${name}`}
            checked={isSelected}
            onChange={() => {}}
            onMouseDown={keepSelection}
            onClick={(event) => onToggle(id, event.shiftKey)}
          />
        </Cell>
      ) : null}
      <RowHeader className={mayResend ? 'max-sm:pl-9!' : undefined}>
        <span className="flex min-w-0 flex-wrap items-center gap-x-1.5">
          <Link
            href={`/deliveries/${toPublicId('dlv', id)}`}
            prefetch={false}
            title={eventType}
            className={`${linkClass} min-w-0`}
            onClick={(event) => {
              if (isPlain(event)) rememberOpened(id)
            }}
          >
            <span className="min-w-0 max-sm:wrap-anywhere sm:truncate">{eventType}</span>
          </Link>
          {row.isTest ? <Badge className="shrink-0 px-1">TEST</Badge> : null}
          {row.hasWarnings ? <WarningMark /> : null}
        </span>
      </RowHeader>
      <Cell label="Status" className="whitespace-nowrap">
        <DeliveryStatusBadge status={status} plain />
      </Cell>
      {hasEndpoint ? (
        <Cell label="Endpoint">
          <span className="line-clamp-2 wrap-anywhere" title={row.endpointName}>
            {row.endpointName}
            {row.endpointIsDeleted ? <span className="text-faded"> (deleted)</span> : null}
          </span>
        </Cell>
      ) : null}
      <Cell label="Outcome" className={hasEndpoint ? whereNotNarrow : undefined}>
        <span className="block min-w-0 truncate" title={outcome}>
          {outcome}
          {row.recoveredAt === null ? null : <span className="text-faded"> recovered</span>}
        </span>
      </Cell>
      <Cell label="Attempts" numeric className={whereWide}>
        <span>
          {attemptsCount}
          {mostAttempts === null || attemptsCount > mostAttempts ? null : (
            <span className="text-faded">/{mostAttempts}</span>
          )}
        </span>
      </Cell>
      <Cell label="Duration" numeric className={whereWide}>
        {formatDuration(row.durationMs)}
      </Cell>
      <Cell label="Next attempt" className={`whitespace-nowrap ${whereWide}`}>
        <NextAttempt row={row} />
      </Cell>
      <Cell label="Time" numeric>
        <Instant at={row.createdAt} />
      </Cell>
      {mayResend ? (
        <Cell className="max-sm:absolute max-sm:top-2 max-sm:right-3 max-sm:block max-sm:pointer-coarse:top-1">
          <Button
            size="sm"
            variant="quiet"
            title="Resend"
            aria-label={`Resend ${name}`}
            className="w-7 px-0 text-faded hover:text-ink"
            onClick={() => onResend(id)}
          >
            <RotateCwIcon aria-hidden />
          </Button>
        </Cell>
      ) : null}
    </TableRow>
  )
})
