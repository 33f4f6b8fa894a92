'use client'

import { RefreshProblem } from '@/components/shell/refresh-problem'
import { ScreenError } from '@/components/shell/screen-query'
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
  const failure = (
    <RefreshProblem
      title="The newest deliveries could not be loaded"
      error={error}
      retrying={isFetching}
      onRetry={onRetry}
      className="m-4"
    />
  )
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
