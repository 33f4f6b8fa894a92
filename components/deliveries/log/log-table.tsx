'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { LogRow, whereNotNarrow, whereWide } from './log-row'
import type { LogRow as Row } from './use-log'

type Props = {
  rows: readonly Row[]
  hasEndpoint: boolean
  mayResend: boolean
  selected: ReadonlySet<string>
  onToggle: (id: string, isRange: boolean) => void
  onToggleAll: () => void
  onResend: (id: string) => void
}

/** A page of the log. Its columns have fixed widths, so that no new state of a row moves another. */
export function LogTable(props: Props) {
  const { rows, hasEndpoint, mayResend, selected, onToggle, onToggleAll, onResend } = props
  return (
    <Table caption="Deliveries, newest first" className="sm:table-fixed sm:[&_td]:px-2 sm:[&_th]:px-2">
      <TableHead>
        <TableRow className="max-sm:py-1 max-sm:last:border-b max-sm:pointer-coarse:py-0">
          {mayResend ? (
            <HeadCell className="w-12 max-sm:flex max-sm:items-center max-sm:gap-2 max-sm:pointer-coarse:-ml-[13px] max-sm:pointer-coarse:gap-0">
              <Checkbox
                hideLabel
                label="Select all deliveries on this page"
                checked={selected.size === rows.length}
                indeterminate={selected.size > 0 && selected.size < rows.length}
                onChange={onToggleAll}
              />
              <span aria-hidden className="sm:hidden">
                All on this page
              </span>
            </HeadCell>
          ) : null}
          <HeadCell className={hasEndpoint ? 'sm:max-md:w-40' : undefined}>Event type</HeadCell>
          <HeadCell className="w-25">Status</HeadCell>
          {hasEndpoint ? <HeadCell className="xl:w-33 min-[87rem]:w-44">Endpoint</HeadCell> : null}
          <HeadCell className={cn('w-29', hasEndpoint && whereNotNarrow)}>Outcome</HeadCell>
          <HeadCell numeric className={`w-17 ${whereWide}`}>
            Attempts
          </HeadCell>
          <HeadCell numeric className={`w-17 ${whereWide}`}>
            Duration
          </HeadCell>
          <HeadCell className={`w-30 ${whereWide}`}>Next attempt</HeadCell>
          <HeadCell numeric className="w-30">
            Time
          </HeadCell>
          {mayResend ? (
            <HeadCell className="w-13">
              <VisuallyHidden>Resend</VisuallyHidden>
            </HeadCell>
          ) : null}
        </TableRow>
      </TableHead>
      <TableBody className="[&_a]:scroll-my-24 [&_button]:scroll-my-24 [&_input]:scroll-my-24">
        {rows.map((row) => (
          <LogRow
            key={row.id}
            row={row}
            hasEndpoint={hasEndpoint}
            mayResend={mayResend}
            isSelected={selected.has(row.id)}
            onToggle={onToggle}
            onResend={onResend}
          />
        ))}
      </TableBody>
    </Table>
  )
}
