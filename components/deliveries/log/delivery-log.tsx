'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { rememberLog } from '@/components/deliveries/last-log'
import { Card } from '@/components/ui/card'
import { useStoredFlag } from '@/components/ui/use-stored-flag'
import { FilterChips } from './filter-chips'
import { filterParts, type LogEndpointChoice } from './filter-words'
import { LiveSwitch } from './live-switch'
import { firstPageOf, logHref, logQuery } from './log-address'
import { LogBody } from './log-body'
import { LogFilters } from './log-filters'
import { focusedDelivery, focusRow, focusSearch, focusSelectAll } from './log-focus'
import { LogNews } from './log-news'
import { LogPages } from './log-pages'
import { LogStatus } from './log-status'
import { ResendDialog } from './resend-dialog'
import { ResendResult } from './resend-result'
import { SelectionBar } from './selection-bar'
import { ShallowLinks } from './shallow-links'
import { ShortcutsDialog } from './shortcuts-dialog'
import { StatusSegments } from './status-segments'
import { useBulkResend } from './use-bulk-resend'
import { useLiveLog } from './use-live-log'
import { type FirstPage, useLog, useLogCount } from './use-log'
import { useLogAddress } from './use-log-address'
import { useLogFocus } from './use-log-focus'
import { useResend } from './use-resend'
import { useSelection } from './use-selection'
import { useShortcuts } from './use-shortcuts'

const loadBulkDialog = () => import('./bulk-resend-dialog')
const BulkResendDialog = dynamic(loadBulkDialog, { ssr: false })

type Props = {
  first: FirstPage
  endpoints: readonly LogEndpointChoice[]
  eventTypes: readonly string[]
  /** The public id of the endpoint whose log this is: its column and its filter are left out. */
  endpointId?: string
  mayResend: boolean
}

/** The delivery log of a store, or of one endpoint. Its filter is in the address; its rows never move by themselves. */
export function DeliveryLog({ first, endpoints, eventTypes, endpointId, mayResend }: Props) {
  const [isLive, setLive] = useStoredFlag('shopbell:log-live', true)
  const [hasKeys, setKeys] = useStoredFlag('shopbell:single-keys', true)
  const [isHelpOpen, setHelpOpen] = useState(false)

  const { filter, push, replace } = useLogAddress()
  const isOfEndpoint = endpointId !== undefined
  const shown = isOfEndpoint ? { ...filter, endpoint: undefined } : filter
  const asked = isOfEndpoint ? { ...filter, endpoint: endpointId } : filter
  const parts = filterParts(shown, endpoints)

  const log = useLog(first, asked)
  const page = log.data
  const live = useLiveLog({ visit: first.at, page, loadedAt: log.dataUpdatedAt, filter: asked, isLive })
  const { total, isCounting } = useLogCount(first, asked, page)
  const ids = useMemo(() => page?.rows.map(({ id }) => id) ?? [], [page])
  const selection = useSelection(logQuery(asked), ids)
  const onFollow = useLogFocus(logQuery(asked), !log.isPlaceholderData && !log.isPending)
  const resend = useResend(live.rows, () => {
    selection.clear()
    live.refresh()
  })
  const hasSelection = selection.selected.size > 0
  useEffect(() => {
    // At hand before it is asked for: by then the connection may be lost.
    if (hasSelection) void loadBulkDialog().catch(() => {})
  }, [hasSelection])
  const query = logHref(filter)
  useEffect(() => {
    if (!isOfEndpoint) rememberLog(query)
  }, [isOfEndpoint, query])
  const { ask } = resend
  const askOne = useCallback((id: string) => ask([id]), [ask])
  const bulk = useBulkResend({
    query: logQuery(firstPageOf(asked)),
    isNarrowed: parts.length > 0 || isOfEndpoint,
    page,
    total,
    selected: selection.selected,
    askFew: ask,
  })

  function clearSelection(): boolean {
    if (selection.selected.size === 0) return false
    selection.clear()
    focusSelectAll()
    return true
  }

  function dismissResult() {
    resend.dismiss()
    focusSelectAll()
  }

  function onFocused(work: (id: string) => void): boolean {
    const id = focusedDelivery()
    if (id === null || !mayResend) return false
    work(id)
    return true
  }

  useShortcuts(
    {
      '/': focusSearch,
      j: () => focusRow(1),
      k: () => focusRow(-1),
      x: () => onFocused((id) => selection.toggle(id, false)),
      r: () => {
        if (selection.selected.size === 0) return onFocused(askOne)
        bulk.ask()
        return true
      },
      Escape: clearSelection,
      '?': () => {
        setHelpOpen(true)
        return true
      },
    },
    hasKeys,
  )

  return (
    <ShallowLinks className="flex flex-col gap-4" onFollow={onFollow}>
      <div className="flex items-center justify-between gap-4 max-sm:gap-3">
        <StatusSegments filter={shown} />
        <div className="flex shrink-0 items-center gap-3 max-sm:gap-1">
          <LiveSwitch isLive={isLive} isInterrupted={live.isInterrupted} onSwitch={setLive} />
          <ShortcutsDialog open={isHelpOpen} onOpenChange={setHelpOpen} isOn={hasKeys} onSwitch={setKeys} />
        </div>
      </div>
      <LogFilters
        filter={shown}
        endpoints={endpoints}
        eventTypes={eventTypes}
        hasEndpoint={!isOfEndpoint}
        onChoose={push}
        onType={replace}
      />
      <FilterChips filter={shown} parts={parts} />
      <div data-log aria-busy={log.isFetching} className="relative scroll-mt-[calc(var(--sticky-top)+1rem)]">
        {log.isFetching ? (
          <span aria-hidden className="skeleton absolute inset-x-1.5 top-0 z-10 h-0.5 bg-brass" />
        ) : null}
        <Card flush>
          <LogStatus
            page={page}
            total={total}
            isSettled={!log.isPlaceholderData && !isCounting}
            newer={live.newer}
            isShowing={log.isRefetching && !log.isPlaceholderData}
            onShow={() => log.refetch()}
          />
          <LogBody
            page={page}
            error={log.error}
            isFetching={log.isFetching}
            onRetry={() => log.refetch()}
            rows={live.rows}
            filter={shown}
            parts={parts}
            isOfEndpoint={isOfEndpoint}
            mayResend={mayResend}
            selection={selection}
            onResend={askOne}
          />
          {page && (page.rows.length > 0 || page.previousCursor !== null) ? (
            <LogPages page={page} filter={shown} />
          ) : null}
        </Card>
      </div>
      <LogNews selected={selection.selected.size} isAll={bulk.isAll} outcome={resend.outcome} />
      {selection.selected.size > 0 || resend.outcome ? (
        <div className="sticky bottom-2 z-10 flex flex-col gap-2">
          {resend.outcome ? <ResendResult outcome={resend.outcome} onClose={dismissResult} /> : null}
          {selection.selected.size > 0 ? (
            <SelectionBar
              count={selection.selected.size}
              matching={bulk.matching}
              isAll={bulk.isAll}
              onAll={bulk.selectAll}
              onResend={bulk.ask}
              onClear={clearSelection}
            />
          ) : null}
        </div>
      ) : null}
      <ResendDialog plan={resend.plan} onClose={resend.cancel} onDone={resend.finish} />
      {bulk.asked ? <BulkResendDialog key={bulk.asked.key} asked={bulk.asked} onClose={bulk.close} /> : null}
    </ShallowLinks>
  )
}
