'use client'

import { Combobox } from '@base-ui/react/combobox'
import { CheckIcon, ChevronDownIcon } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'
import { itemClass, popupClass } from './overlay-class'

export type SearchSelectOption = { value: string; label: string; hint?: string }

type Props = {
  label: string
  /** The first choice: "Any event type". */
  anyLabel: string
  options: readonly SearchSelectOption[]
  /** '' for any. */
  value: string
  onChange: (value: string) => void
  /** Over a dozen options: a field to search them. */
  searchable?: boolean
  /** An option made of what is typed into that field, where it is none of the list. */
  optionOf?: (typed: string) => SearchSelectOption | null
  searchHint?: string
  className?: string
}

/** One of many, or any, in the width of a button: for filters. */
export function SearchSelect(props: Props) {
  const {
    label,
    anyLabel,
    options,
    value,
    onChange,
    searchable = false,
    optionOf,
    searchHint,
    className,
  } = props
  const [typed, setTyped] = useState('')
  const any = { value: '', label: anyLabel }
  const made = typed === '' ? null : optionOf?.(typed.trim())
  const isListed = (wanted: string) => options.some((option) => option.value === wanted)
  const items = [any, ...(made && !isListed(made.value) ? [made] : []), ...options]
  const chosen = items.find((item) => item.value === value) ?? { value, label: value }
  return (
    <Combobox.Root
      items={items}
      value={chosen}
      inputValue={typed}
      onInputValueChange={setTyped}
      onOpenChange={() => setTyped('')}
      onValueChange={(next) => onChange(next?.value ?? '')}
      isItemEqualToValue={(one, other) => one.value === other.value}
      filter={(item, query) => matches(item, query)}
      autoHighlight
    >
      <Combobox.Trigger
        aria-label={value === '' ? label : `${label}: ${chosen.label}`}
        className={cn(
          'control touch-target inline-flex h-8.5 min-w-0 items-center gap-2 whitespace-nowrap px-2.5 text-base data-popup-open:border-faded',
          value !== '' && 'border-brass-ink/60 bg-brass-wash',
          className,
        )}
      >
        <span className="min-w-0 truncate">{value === '' ? label : chosen.label}</span>
        <ChevronDownIcon aria-hidden className="ml-auto size-4 shrink-0 text-faded" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label={label}
            className={cn(
              popupClass,
              'flex max-h-[min(24rem,var(--available-height))] min-w-56 max-w-80 flex-col',
            )}
          >
            {searchable ? (
              <div className="border-rule border-b p-1.5">
                <Combobox.Input
                  aria-label={`Search ${label}`}
                  placeholder={searchHint ?? 'Search'}
                  className="control h-8 w-full px-2 text-base focus-visible:-outline-offset-1"
                />
              </div>
            ) : null}
            <Combobox.Empty className="text-faded text-sm not-empty:px-3 not-empty:py-2.5">
              Nothing matches.
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto p-1 outline-none empty:p-0">
              {(option: SearchSelectOption) => (
                <Combobox.Item key={option.value} value={option} className={cn(itemClass, 'cursor-pointer')}>
                  <span className="inline-flex size-4 shrink-0 items-center justify-center">
                    <Combobox.ItemIndicator>
                      <CheckIcon aria-hidden className="text-brass-ink" />
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

function matches(item: SearchSelectOption, query: string): boolean {
  const words = query.trim().toLowerCase()
  return `${item.label} ${item.hint ?? ''}`.toLowerCase().includes(words)
}
