'use client'

import { ScreenError } from '@/components/shell/screen-query'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { LoadingLabel } from '@/components/ui/skeleton'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import type { FilterPart } from './filter-words'
import { LogEmpty } from './log-empty'
import { LogRowsSkeleton } from './log-skeleton'
import { LogTable } from './log-table'
import type { LogPage, LogRow } from './use-log'
import type { useSelection } from './use-selection'

type Props = {
  page: LogPage | undefined
  error: Error | null
  isFetching: boolean
  onRetry: () => void
  rows: readonly LogRow[]
  filter: LogFilterInput
  parts: readonly FilterPart[]
  isOfEndpoint: boolean
  mayResend: boolean
  selection: ReturnType<typeof useSelection>
  onResend: (id: string) => void
}

/** The rows, or what stands in their place. */
export function LogBody(props: Props) {
  const { page, error, isFetching, onRetry, rows, filter, parts, isOfEndpoint, mayResend } = props
  if (!page && error) {
    return (
      <ErrorState
        title="The deliveries could not be loaded"
        onRetry={onRetry}
        retrying={isFetching}
        requestId={error instanceof ScreenError ? error.requestId : undefined}
      >
        {error.message} Nothing was lost: events are delivered all the same.
      </ErrorState>
    )
  }
  if (!page) {
    return (
      <>
        <LoadingLabel>Loading deliveries</LoadingLabel>
        <LogRowsSkeleton />
      </>
    )
  }
  const failure = error ? <NotRefreshed error={error} isRetrying={isFetching} onRetry={onRetry} /> : null
  if (rows.length === 0) {
    return (
      <>
        {failure}
        <LogEmpty page={page} filter={filter} parts={parts} isOfEndpoint={isOfEndpoint} />
      </>
    )
  }
  const { selected, toggle, toggleAll } = props.selection
  return (
    <>
      {failure}
      <LogTable
        rows={rows}
        hasEndpoint={!isOfEndpoint}
        mayResend={mayResend}
        selected={selected}
        onToggle={toggle}
        onToggleAll={toggleAll}
        onResend={props.onResend}
      />
    </>
  )
}

/** The rows are those of before. */
function NotRefreshed(props: { error: Error; isRetrying: boolean; onRetry: () => void }) {
  const { error, isRetrying, onRetry } = props
  const requestId = error instanceof ScreenError ? error.requestId : undefined
  return (
    <Banner
      role="alert"
      tone="danger"
      className="m-4"
      title="The newest deliveries could not be loaded"
      actions={
        <Button size="sm" pending={isRetrying} onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {error.message} {requestId ? `Request ${requestId}` : null}
    </Banner>
  )
}
