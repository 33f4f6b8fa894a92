'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { attemptText } from '@/components/deliveries/outcome-text'
import { Instant } from '@/components/ui/instant'
import { linkClass } from '@/components/ui/link-class'
import { formatCount, formatRate } from '@/components/ui/number-format'
import { Spinner } from '@/components/ui/spinner'
import { StatusBadge } from '@/components/ui/status-badge'
import { Cell, RowHeader, TableRow } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import { toPublicId } from '@/lib/ids'
import { HourBars } from './hour-bars'
import { RowCondition } from './row-condition'
import type { EndpointRow } from './use-endpoint-list'

type Props = {
  row: EndpointRow
  /** Ends the row. */
  menu: ReactNode
  /** While its status is being changed. */
  pending: boolean
  mayEdit: boolean
  onSnoozed: () => unknown
}

export function EndpointTableRow({ row, menu, pending, mayEdit, onSnoozed }: Props) {
  return (
    <TableRow>
      <RowHeader className="min-w-44 py-2.5 xl:min-w-56">
        <Link
          href={`/settings/webhooks/${toPublicId('we', row.id)}`}
          className={`${linkClass} wrap-anywhere`}
        >
          {row.name}
        </Link>
        <span
          className="block max-w-80 truncate font-mono text-faded text-xs max-sm:max-w-full"
          title={row.url ?? row.email ?? ''}
        >
          {row.email ?? hostOf(row.url)}
        </span>
      </RowHeader>
      <Cell label="Status">
        {pending ? (
          <span className="inline-flex items-center gap-1.5 font-medium text-faded">
            <Spinner /> Changing…
          </span>
        ) : (
          <RowCondition row={row} mayEdit={mayEdit} onSnoozed={onSnoozed} />
        )}
      </Cell>
      <Cell label="Event types" numeric>
        {row.allEventTypes ? 'All' : formatCount(row.eventTypeCount)}
      </Cell>
      <Cell label="Last delivery">
        <LastDelivery row={row} />
      </Cell>
      <Cell label="Last 24 hours">
        <LastDay row={row} />
      </Cell>
      <Cell corner className="sm:w-px">
        {menu}
      </Cell>
    </TableRow>
  )
}

function LastDelivery({ row: { name, last } }: { row: EndpointRow }) {
  if (!last) return <span className="text-faded">None yet</span>
  return (
    <div>
      <Link
        href={`/deliveries/${toPublicId('dlv', last.deliveryId)}`}
        className="inline-flex min-h-6 items-center underline decoration-line underline-offset-3 hover:decoration-ink pointer-coarse:min-h-11"
      >
        <span className="sr-only">Last delivery of {name}: </span>
        <StatusBadge plain tone={outcomeTone(last.error)}>
          {attemptText(last.httpStatus, last.error)}
        </StatusBadge>
      </Link>
      <span className="block text-faded text-xs">
        <Instant at={last.at} precision="minute" />
      </span>
    </div>
  )
}

// Ended by us, not by the receiver.
const ENDED: readonly (string | null)[] = ['endpoint_disabled', 'endpoint_deleted', 'expired']

function outcomeTone(error: string | null): Tone {
  if (error === null) return 'success'
  return ENDED.includes(error) ? 'muted' : 'danger'
}

function LastDay({ row: { delivered, failed, successRate, hours } }: { row: EndpointRow }) {
  const finished = delivered + failed
  if (finished === 0) return <span className="text-faded">No deliveries</span>
  return (
    <div className="inline-flex items-center gap-3">
      <HourBars hours={hours} />
      <div>
        <span className="whitespace-nowrap">{formatRate(successRate)}</span>
        <span className="block whitespace-nowrap text-faded text-xs">
          {formatCount(delivered)} of {formatCount(finished)}
        </span>
      </div>
    </div>
  )
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).host : (url ?? '')
}
