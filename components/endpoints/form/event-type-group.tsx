'use client'

import { ChevronRightIcon } from 'lucide-react'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import type { EventCategory, EventType } from '@/lib/webhooks/event-types/define-event-type'

/** What the rows of the picker share. */
type PickerState = {
  chosen: ReadonlySet<string>
  /** The one item that the Tab key reaches. */
  stop: string | undefined
  onChoose: (names: readonly string[], isChosen: boolean) => void
  onActive: (item: string) => void
  onSample: (type: EventType) => void
}

type Props = PickerState & {
  /** With those of its types that are shown. */
  category: EventCategory
  open: boolean
  /** Not given while a search keeps all groups open. */
  onOpenChange?: (open: boolean) => void
}

/** The name of a category's own box among the items. */
export function groupItem(category: { id: string }): string {
  return `group:${category.id}`
}

export function EventTypeGroup({ category, open, onOpenChange, ...state }: Props) {
  const { chosen, stop, onChoose, onActive } = state
  const { label, types } = category
  const item = groupItem(category)
  const count = types.filter(({ name }) => chosen.has(name)).length
  return (
    <fieldset className="min-w-0 border-rule border-b last:border-b-0">
      <legend className="sr-only">{label}</legend>
      <div
        className={cn(
          'sticky top-0 z-10 flex items-center gap-1 bg-surface px-3 py-1 hover:bg-hover',
          open && 'border-rule border-b',
        )}
      >
        <Checkbox
          label={
            <span className="font-medium">
              <span className="sr-only">{onOpenChange ? 'All of ' : 'All found of '}</span>
              {label}
            </span>
          }
          className="grow items-center py-1"
          data-item={item}
          aria-expanded={onOpenChange ? open : undefined}
          tabIndex={stop === item ? 0 : -1}
          checked={count === types.length}
          indeterminate={count > 0 && count < types.length}
          onFocus={() => onActive(item)}
          onChange={(event) =>
            onChoose(
              types.map(({ name }) => name),
              event.target.checked,
            )
          }
        />
        <span className="whitespace-nowrap text-faded text-xs">
          {count > 0 ? `${count} of ${types.length}` : types.length}
          {onOpenChange ? '' : ' found'}
        </span>
        {onOpenChange ? (
          <button
            type="button"
            tabIndex={stop === item ? 0 : -1}
            aria-expanded={open}
            aria-label={`Event types of ${label}`}
            onFocus={() => onActive(item)}
            onClick={() => onOpenChange(!open)}
            className="touch-target inline-flex size-7 items-center justify-center rounded-sm text-faded hover:text-ink"
          >
            <ChevronRightIcon
              aria-hidden
              className={cn('size-4 transition-transform', open && 'rotate-90')}
            />
          </button>
        ) : null}
      </div>
      {open ? (
        <ul className="py-1">
          {types.map((type) => (
            <TypeRow key={type.name} type={type} {...state} />
          ))}
        </ul>
      ) : null}
    </fieldset>
  )
}

function TypeRow({ type, chosen, stop, onChoose, onActive, onSample }: PickerState & { type: EventType }) {
  const { name, description } = type
  const tabIndex = stop === name ? 0 : -1
  return (
    <li className="flex items-start gap-2 pr-3 pl-9 max-sm:pl-6 hover:bg-hover">
      <Checkbox
        label={<span className="font-mono text-sm">{name}</span>}
        hint={description}
        className="grow py-1.5 pointer-coarse:items-start"
        data-item={name}
        tabIndex={tabIndex}
        checked={chosen.has(name)}
        onFocus={() => onActive(name)}
        onChange={(event) => onChoose([name], event.target.checked)}
      />
      <button
        type="button"
        tabIndex={tabIndex}
        onFocus={() => onActive(name)}
        onClick={() => onSample(type)}
        className="touch-target mt-1 inline-flex shrink-0 pointer-fine:min-h-6 items-center justify-center rounded-sm px-1.5 text-faded text-xs underline decoration-line underline-offset-3 hover:text-ink hover:decoration-ink"
      >
        Sample<span className="sr-only"> of {name}</span>
      </button>
    </li>
  )
}
