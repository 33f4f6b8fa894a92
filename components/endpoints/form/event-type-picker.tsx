'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import { SearchInput } from '@/components/ui/search-input'
import type { EventCategory, EventType } from '@/lib/webhooks/event-types/define-event-type'
import { findEventTypes } from '@/lib/webhooks/event-types/find-event-types'
import { readableSample } from '@/lib/webhooks/event-types/sample-payload'
import { payloadFormatName } from '@/lib/webhooks/payload-formats/registry'
import { EventTypeGroup, groupItem } from './event-type-group'
import { useEventTypes } from './event-types'
import { useRovingItems } from './use-roving-items'
import { useSettled } from './use-settled'

const READ_OUT_AFTER_MS = 500

type Props = {
  value: readonly string[]
  onChange: (names: string[]) => void
  /** In whose form samples are shown. */
  apiVersion: string
}

/** The catalogue as a tree of boxes by category: to search, to choose from, and to look into. */
export function EventTypePicker({ value, onChange, apiVersion }: Props) {
  const searchId = useId()
  const hintId = useId()
  const { categories, storeId } = useEventTypes()
  const [q, setQ] = useState('')
  const [opened, setOpened] = useState(() => categoriesWith(categories, value))
  const [sample, setSample] = useState<EventType>()
  const [showsSample, setShowsSample] = useState(false)

  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scrollToChosen(scroller.current), [])

  const isSearching = q.trim() !== ''
  const chosen = new Set(value)
  const shown = findEventTypes(categories, q)
  const isOpen = (id: string) => isSearching || opened.has(id)
  const found = shown.reduce((sum, { types }) => sum + types.length, 0)
  // Not for each letter that is typed.
  const news = useSettled(
    `Selected: ${value.length}${isSearching ? `, found: ${found}` : ''}`,
    READ_OUT_AFTER_MS,
  )
  const visible = shown.flatMap((category) => [
    groupItem(category),
    ...(isOpen(category.id) ? category.types.map(({ name }) => name) : []),
  ])
  const { list, stop, setActive, onKeyDown, focusFirst } = useRovingItems(visible, (item, key) => {
    const category = shown.find(
      (one) => groupItem(one) === item || one.types.some(({ name }) => name === item),
    )
    if (!category) return undefined
    if (item !== groupItem(category)) return key === 'ArrowLeft' ? groupItem(category) : undefined
    if (!isSearching) setOpen(category.id, key === 'ArrowRight')
    return undefined
  })

  function setOpen(id: string, open: boolean) {
    setOpened((before) => new Set(open ? [...before, id] : [...before].filter((other) => other !== id)))
  }

  function choose(names: readonly string[], isChosen: boolean) {
    const rest = value.filter((name) => !names.includes(name))
    // What was found and ticked is still to be seen once the search is over.
    if (isSearching && isChosen) {
      setOpened((before) => new Set([...before, ...categoriesWith(categories, names)]))
    }
    onChange(isChosen ? [...rest, ...names] : rest)
  }

  function onSearchKey(event: KeyboardEvent) {
    // Enter would send the form.
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    focusFirst()
  }

  return (
    <div className="overflow-hidden rounded-md border border-edge bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-b px-3 py-2.5">
        <SearchInput
          id={searchId}
          label="Search event types"
          value={q}
          onValueChange={setQ}
          onKeyDown={onSearchKey}
          aria-describedby={hintId}
          className="sm:max-w-72"
        />
        <p className="text-sm">
          <span className="font-medium">{value.length} selected</span>
          {isSearching ? <span className="text-faded">, {found} found</span> : null}
        </p>
        <p role="status" className="sr-only">
          {news}
        </p>
        <Button
          size="sm"
          variant="quiet"
          className="ml-auto"
          disabled={value.length === 0}
          onClick={() => {
            onChange([])
            document.getElementById(searchId)?.focus()
          }}
        >
          Clear all
        </Button>
        <p id={hintId} className="w-full text-faded text-xs pointer-coarse:hidden">
          Up and Down move through the list, Left and Right close and open a group, Space ticks.
        </p>
      </div>
      {shown.length === 0 ? (
        <div className="px-3 py-8 text-center text-faded">
          <p>No event type matches “{q.trim()}”.</p>
          <Button size="sm" className="mt-3" onClick={() => setQ('')}>
            Show all event types
          </Button>
        </div>
      ) : (
        <div ref={scroller} className="relative max-h-[min(36rem,75dvh)] overflow-y-auto overscroll-contain">
          <fieldset
            ref={list}
            aria-label="Event types by category"
            aria-describedby={hintId}
            onKeyDown={onKeyDown}
            className="min-w-0"
          >
            {shown.map((category) => (
              <EventTypeGroup
                key={category.id}
                category={category}
                open={isOpen(category.id)}
                onOpenChange={isSearching ? undefined : (open) => setOpen(category.id, open)}
                chosen={chosen}
                stop={stop}
                onChoose={choose}
                onActive={setActive}
                onSample={(type) => {
                  setSample(type)
                  setShowsSample(true)
                }}
              />
            ))}
          </fieldset>
        </div>
      )}
      {sample ? (
        <Dialog
          open={showsSample}
          onOpenChange={setShowsSample}
          title={`Sample of ${sample.name}`}
          description={sample.description}
        >
          <CodeBlock
            label="Payload"
            heading={`Payload: ${payloadFormatName(apiVersion)}`}
            code={readableSample(sample, apiVersion, storeId)}
          />
        </Dialog>
      ) : null}
    </div>
  )
}

/** What was chosen before is to be seen, with something of what is before it; the page stays where it is. */
function scrollToChosen(list: HTMLElement | null) {
  const first = list?.querySelector('li input:checked')
  if (!list || !first) return
  const distance = first.getBoundingClientRect().top - list.getBoundingClientRect().top
  list.scrollTop += distance - list.clientHeight / 3
}

/** The ids of the categories of these types. */
function categoriesWith(categories: readonly EventCategory[], names: readonly string[]): ReadonlySet<string> {
  const found = categories.filter(({ types }) => types.some(({ name }) => names.includes(name)))
  return new Set(found.map(({ id }) => id))
}
