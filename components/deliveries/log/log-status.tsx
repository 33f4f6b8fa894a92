'use client'

import { RefreshCwIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { zoneLabel } from '@/components/ui/clock-format'
import { formatCount } from '@/components/ui/number-format'
import { useTimeZone } from '@/components/ui/time-zone'
import type { JsonView } from '@/lib/json-view'
import type { LogCount } from '@/lib/operations/delivery-log'
import type { LogPage } from './use-log'

type Props = {
  /** Undefined while nobody knows. */
  page: LogPage | undefined
  total: JsonView<LogCount> | undefined
  /** Both are those that were asked for; until then the sentence stays as it was, and is read out once. */
  isSettled: boolean
  newer: { count: number; hasMore: boolean }
  isShowing: boolean
  onShow: () => void
}

/** The line above the rows. It keeps its height, so that news do not move them. */
export function LogStatus({ page, total, isSettled, newer, isShowing, onShow }: Props) {
  const timeZone = useTimeZone()
  const [said, setSaid] = useState({ page, total })
  if (isSettled && (said.page !== page || said.total !== total)) setSaid({ page, total })
  return (
    <div className="flex items-center justify-between gap-x-6 border-rule border-b px-5 py-2 text-faded text-sm max-sm:flex-col max-sm:items-stretch max-sm:px-4">
      <div className="flex min-h-7 min-w-0 flex-1 items-center justify-between gap-x-4 pointer-coarse:min-h-11">
        <p role="status" tabIndex={-1} data-log-status className="rounded-sm">
          {said.page ? <Count page={said.page} total={said.total} /> : null}
        </p>
        {newer.count > 0 ? (
          <p className="flex items-center gap-2 text-ink">
            <span>
              {newer.hasMore ? 'More than ' : ''}
              {formatCount(newer.count)} new{' '}
              <span className="max-sm:sr-only">{newer.count === 1 ? 'delivery' : 'deliveries'}</span>
            </span>
            <Button size="sm" onClick={onShow} pending={isShowing}>
              <RefreshCwIcon aria-hidden /> Show
            </Button>
          </p>
        ) : null}
      </div>
      <p suppressHydrationWarning>Times in {zoneLabel(timeZone, new Date())}</p>
    </div>
  )
}

function Count({ page: { rows }, total }: { page: LogPage; total: Props['total'] }) {
  const shown = rows.length
  const known = total?.count != null && total.count > shown ? total.count : null
  return (
    <>
      {shown}
      {known === null ? '' : ` of ${formatCount(known)}${total?.isCapped ? '+' : ''}`}{' '}
      <span className="max-sm:sr-only">{(known ?? shown) === 1 ? 'delivery' : 'deliveries'}</span> shown
    </>
  )
}
