import { ChevronDownIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export type SearchSelectOption = { value: string; label: string; hint?: string }

export type SearchSelectProps = {
  label: string
  /** The first choice: "Any event type". */
  anyLabel: string
  options: readonly SearchSelectOption[]
  /** '' for any. */
  value: string
  onChange: (value: string) => void
  /** An option made of what is typed to search, where it is none of the list. */
  optionOf?: (typed: string) => SearchSelectOption | null
  searchHint?: string
  className?: string
}

type Props = Pick<SearchSelectProps, 'label' | 'options' | 'value' | 'className'> &
  Omit<ComponentProps<'button'>, 'value' | 'onChange'>

/** The button of a SearchSelect, with what is chosen. */
export function SearchSelectTrigger({ label, options, value, className, ...rest }: Props) {
  const chosen = options.find((option) => option.value === value)?.label ?? value
  return (
    <button
      type="button"
      {...rest}
      aria-label={value === '' ? label : `${label}: ${chosen}`}
      className={cn(
        'control touch-target inline-flex h-8.5 min-w-0 items-center gap-2 whitespace-nowrap px-2.5 text-base data-popup-open:border-faded',
        value !== '' && 'border-brass-ink/60 bg-brass-wash',
        className,
      )}
    >
      <span className="min-w-0 truncate">{value === '' ? label : chosen}</span>
      <ChevronDownIcon aria-hidden className="ml-auto size-4 shrink-0 text-faded" />
    </button>
  )
}
