'use client'

import { Combobox } from '@base-ui/react/combobox'
import { useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { valueWords } from '@/components/endpoints/filter-words'
import { cn } from '@/components/ui/cn'
import { itemClass, popupClass } from '@/components/ui/overlay-class'
import { useEventTypes } from './event-types'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'
import { PlaceholderButton } from './placeholder-button'
import { chosenTypes, type SamplePath, samplePaths } from './sample-paths'

const STAND_IN = 'order.created'
const MOST_TYPES = 40

/** The values that the chosen event types offer, to put into the URL; it opens at once. */
export default function PlaceholderMenu({ onInsert }: { onInsert: (name: string) => void }) {
  const { control } = useFormContext<EndpointFormValues>()
  const isInserted = useRef(false)
  const [all, names] = useWatch({ control, name: ['all_event_types', 'event_types'] })
  const known = useEventTypes().types
  const chosen = chosenTypes({ all_event_types: all, event_types: names }, known).slice(0, MOST_TYPES)
  const types = chosen.length > 0 ? chosen : known.filter(({ name }) => name === STAND_IN)
  const items = samplePaths(types).filter(({ value }) => !Array.isArray(value))
  return (
    <Combobox.Root
      items={items}
      value={null}
      onOpenChange={(isOpen) => {
        if (isOpen) isInserted.current = false
      }}
      onValueChange={(item: SamplePath | null) => {
        if (!item) return
        isInserted.current = true
        onInsert(item.path)
      }}
      itemToStringLabel={({ path }: SamplePath) => path}
      autoHighlight
      defaultOpen
    >
      <Combobox.Trigger render={<PlaceholderButton />} />
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Combobox.Popup
            aria-label="Insert placeholder"
            // Once something was put into the field, one goes on there.
            finalFocus={() => (isInserted.current ? document.getElementById(fieldId('url')) : true)}
            className={cn(
              popupClass,
              'flex max-h-[min(24rem,var(--available-height))] w-80 max-w-[calc(100vw-1rem)] flex-col',
            )}
          >
            <div className="border-rule border-b p-1.5">
              <Combobox.Input
                aria-label="Search values"
                placeholder="Search values"
                className="control h-8 w-full px-2 text-base focus-visible:-outline-offset-1"
              />
            </div>
            <Combobox.Empty className="text-faded text-sm not-empty:px-3 not-empty:py-2.5">
              Nothing matches.
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto p-1 outline-none empty:p-0">
              {(item: SamplePath) => (
                <Combobox.Item key={item.path} value={item} className={cn(itemClass, 'cursor-pointer')}>
                  <span className="min-w-0 flex-1 font-mono text-sm wrap-anywhere">{item.path}</span>
                  <span className="max-w-28 shrink-0 truncate text-faded text-sm">
                    {valueWords(item.value)}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
