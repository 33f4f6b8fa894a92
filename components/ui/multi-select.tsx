'use client'

import { Combobox } from '@base-ui/react/combobox'
import { CheckIcon, ChevronDownIcon } from 'lucide-react'
import { Badge } from './badge'
import { cn } from './cn'
import { itemClass, popupClass } from './overlay-class'

export type MultiSelectOption = { value: string; label: string; hint?: string }

type Props = {
  label: string
  options: readonly MultiSelectOption[]
  value: readonly string[]
  onChange: (value: string[]) => void
  /** Over a dozen options: a field to search them. */
  searchable?: boolean
  className?: string
}

/** Several of many, in the width of a button: for filters. */
export function MultiSelect({ label, options, value, onChange, searchable = false, className }: Props) {
  const chosen = options.filter((option) => value.includes(option.value))
  return (
    <Combobox.Root
      multiple
      items={options}
      value={chosen}
      onValueChange={(next) => onChange(next.map((option) => option.value))}
      isItemEqualToValue={(a, b) => a.value === b.value}
    >
      <Combobox.Trigger
        aria-label={chosen.length > 0 ? `${label}, ${chosen.length} selected` : label}
        className={cn(
          'control touch-target inline-flex h-8.5 items-center gap-2 whitespace-nowrap px-2.5 text-base data-popup-open:border-faded',
          className,
        )}
      >
        {label}
        {chosen.length > 0 ? (
          <Badge className="border-brass-ink/30 bg-brass-wash">{chosen.length}</Badge>
        ) : null}
        <ChevronDownIcon aria-hidden className="ml-auto size-4 text-faded" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label={label}
            className={cn(
              popupClass,
              'flex max-h-[min(22rem,var(--available-height))] min-w-56 max-w-80 flex-col',
            )}
          >
            {searchable ? (
              <div className="border-rule border-b p-1.5">
                <Combobox.Input
                  aria-label={`Search ${label.toLowerCase()}`}
                  placeholder="Search"
                  className="control h-8 w-full px-2 text-base focus-visible:-outline-offset-1"
                />
              </div>
            ) : null}
            <Combobox.Empty className="text-faded text-sm not-empty:px-3 not-empty:py-2.5">
              Nothing matches.
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto p-1 outline-none empty:p-0">
              {(option: MultiSelectOption) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  className={cn(itemClass, 'group cursor-pointer')}
                >
                  <span className="inline-flex size-4 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface group-data-selected:border-brass-ink group-data-selected:bg-brass">
                    <Combobox.ItemIndicator>
                      <CheckIcon aria-hidden strokeWidth={3} className="size-3! text-on-brass" />
                    </Combobox.ItemIndicator>
                  </span>
                  <span className="min-w-0 flex-1 wrap-anywhere">{option.label}</span>
                  {option.hint ? <span className="text-faded text-sm">{option.hint}</span> : null}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
