'use client'

import { ChevronDownIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { zoneLabel } from '@/components/ui/clock-format'
import { cn } from '@/components/ui/cn'
import { DateRange } from '@/components/ui/date-range'
import { Popover } from '@/components/ui/popover'
import { useTimeZone } from '@/components/ui/time-zone'
import type { LogFilterInput } from '@/lib/schemas/log-filter'
import { dateLabel, rangeLabels } from './filter-words'

type Props = { filter: LogFilterInput; onChange: (changes: LogFilterInput) => void; className: string }

const ranges = ['1h', '24h', '7d', '30d'] as const
const anyDate: LogFilterInput = { range: undefined, from: undefined, to: undefined }

/** Since when: four usual ranges, or days of the viewer's zone. */
export function DateFilter({ filter, onChange, className }: Props) {
  const [open, setOpen] = useState(false)
  const label = dateLabel(filter)

  function choose(changes: LogFilterInput) {
    onChange({ ...anyDate, ...changes })
    setOpen(false)
  }

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      className="w-84"
      trigger={
        <button
          type="button"
          aria-label={label === null ? 'Date' : `Date: ${label}`}
          className={cn(
            'control touch-target inline-flex h-8.5 min-w-0 items-center gap-2 whitespace-nowrap px-2.5 text-base data-popup-open:border-faded',
            label !== null && 'border-brass-ink/60 bg-brass-wash',
            className,
          )}
        >
          <span className="min-w-0 truncate">{label ?? 'Date'}</span>
          <ChevronDownIcon aria-hidden className="ml-auto size-4 shrink-0 text-faded" />
        </button>
      }
    >
      <div className="grid grid-cols-2 gap-2">
        {ranges.map((range) => (
          <Button
            key={range}
            size="sm"
            aria-pressed={filter.range === range}
            className="aria-pressed:border-brass-ink/60 aria-pressed:bg-brass-wash"
            onClick={() => choose({ range })}
          >
            {rangeLabels[range]}
          </Button>
        ))}
      </div>
      <CustomRange key={`${filter.from} ${filter.to}`} filter={filter} onChoose={choose} />
      {label === null ? null : (
        <Button size="sm" variant="quiet" className="mt-2 w-full" onClick={() => choose({})}>
          Any date
        </Button>
      )}
    </Popover>
  )
}

function CustomRange({
  filter,
  onChoose,
}: {
  filter: LogFilterInput
  onChoose: (changes: LogFilterInput) => void
}) {
  const timeZone = useTimeZone()
  const [days, setDays] = useState({ from: filter.from ?? '', to: filter.to ?? '' })
  const isEmpty = days.from === '' && days.to === ''
  const isReversed = days.from !== '' && days.to !== '' && days.from > days.to
  return (
    <form
      className="mt-4 grid gap-3 border-rule border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !isReversed) onChoose({ from: days.from || undefined, to: days.to || undefined })
      }}
    >
      <DateRange
        value={days}
        onChange={setDays}
        error={isReversed ? 'Begin before the range ends.' : undefined}
      />
      <p className="text-faded text-xs">Whole days in {zoneLabel(timeZone, new Date())}</p>
      <Button size="sm" type="submit" disabled={isEmpty || isReversed}>
        Apply range
      </Button>
    </form>
  )
}
