'use client'

import { useState } from 'react'
import type { JsonView } from '@/lib/json-view'
import type { LogCount } from '@/lib/operations/delivery-log'
import type { LogPage } from './use-log'

/** More than these are resent by a job, which goes on when the page is left. */
const FEW = 10

/** What is asked to be resent: all that the log's query matches, or these rows. `key` is new for each question. */
export type BulkAsked = { key: string } & ({ query: string } | { ids: string[] })

type Log = {
  /** Of the log's filters, without a page. */
  query: string
  /** It does not match all there is. */
  isNarrowed: boolean
  page: LogPage | undefined
  total: JsonView<LogCount> | undefined
  selected: ReadonlySet<string>
  /** Asks about a few rows. */
  askFew: (ids: Iterable<string>) => void
}

/** Whether all that match are selected, beyond the page, and the question whether to resend many. */
export function useBulkResend({ query, isNarrowed, page, total, selected, askFew }: Log) {
  const [allOf, setAllOf] = useState<string | null>(null)
  const [asked, setAsked] = useState<BulkAsked | null>(null)
  const shown = page?.rows.length ?? 0
  const hasMore = page !== undefined && (page.nextCursor !== null || page.previousCursor !== null)
  const canSelectAll = isNarrowed && hasMore && shown > 0 && selected.size === shown
  const isAll = canSelectAll && allOf === query
  // A row that was taken away, or another page, ends it for good.
  if (allOf !== null && !isAll) setAllOf(null)

  function ask() {
    const key = crypto.randomUUID()
    if (isAll) setAsked({ key, query })
    else if (selected.size > FEW) setAsked({ key, ids: [...selected] })
    else askFew(selected)
  }

  return {
    matching: canSelectAll ? (total ?? { count: null, isCapped: false }) : undefined,
    isAll,
    selectAll: (next: boolean) => setAllOf(next ? query : null),
    asked,
    ask,
    close: () => setAsked(null),
  }
}
