'use client'

import { conditionLabels } from '@/components/endpoints/condition-badge'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/number-format'
import { SearchInput } from '@/components/ui/search-input'
import type { EndpointCondition } from '@/lib/operations/endpoint-summaries'
import { type EndpointRow, isFound } from './use-endpoint-list'
import { isCondition, type ListFilter } from './use-list-filter'

type Props = {
  rows: readonly EndpointRow[]
  filter: ListFilter
  onChoose: (condition: EndpointCondition | null) => void
  onSearch: (q: string) => void
}

/** Search and status, each status with how many rows of the search it has. */
export function ListFilters({ rows, filter, onChoose, onSearch }: Props) {
  const found = rows.filter((row) => isFound(row, filter.q))
  const conditions = Object.keys(conditionLabels)
    .filter(isCondition)
    .filter((condition) => condition === filter.condition || rows.some((row) => row.condition === condition))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <SearchInput
        label="Search name or URL"
        value={filter.q}
        onValueChange={onSearch}
        className="sm:max-w-64"
      />
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Status</legend>
        <Choice
          label="All"
          count={found.length}
          chosen={filter.condition === null}
          onClick={() => onChoose(null)}
        />
        {conditions.map((condition) => (
          <Choice
            key={condition}
            label={conditionLabels[condition]}
            count={found.filter((row) => row.condition === condition).length}
            chosen={filter.condition === condition}
            onClick={() => onChoose(condition)}
          />
        ))}
      </fieldset>
    </div>
  )
}

function Choice(props: { label: string; count: number; chosen: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={props.chosen}
      onClick={props.chosen ? undefined : props.onClick}
      className={cn(
        'touch-target inline-flex h-8.5 items-center gap-1.5 rounded-md border px-3 text-sm aria-pressed:not-focus-visible:forced-colors:outline-2 aria-pressed:not-focus-visible:forced-colors:-outline-offset-4',
        props.chosen
          ? 'border-brass-ink/40 bg-brass-wash font-medium'
          : 'border-line bg-surface text-faded hover:border-edge hover:text-ink',
      )}
    >
      {props.label}
      <span className="text-xs tabular-nums">{formatCount(props.count)}</span>
    </button>
  )
}
