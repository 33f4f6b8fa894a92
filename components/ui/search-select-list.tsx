'use client'

import { Combobox } from '@base-ui/react/combobox'
import { CheckIcon } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'
import { itemClass, popupClass } from './overlay-class'
import { type SearchSelectOption, type SearchSelectProps, SearchSelectTrigger } from './search-select-trigger'

/** What a SearchSelect becomes once somebody wants it; it opens at once. */
export default function SearchSelectList(props: SearchSelectProps) {
  const { label, anyLabel, options, value, onChange, optionOf, searchHint, className } = props
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
      defaultOpen
    >
      <Combobox.Trigger
        render={<SearchSelectTrigger label={label} options={options} value={value} className={className} />}
      />
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label={label}
            className={cn(
              popupClass,
              'flex max-h-[min(24rem,var(--available-height))] min-w-56 max-w-80 flex-col',
            )}
          >
            <div className="border-rule border-b p-1.5">
              <Combobox.Input
                aria-label={`Search ${label}`}
                placeholder={searchHint ?? 'Search'}
                className="control h-8 w-full px-2 text-base focus-visible:-outline-offset-1"
              />
            </div>
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
