'use client'

import { SearchIcon, XIcon } from 'lucide-react'
import { type ComponentProps, useRef } from 'react'
import { cn } from './cn'

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'ref'> & {
  label: string
  value: string
  onValueChange: (value: string) => void
}

export function SearchInput({ label, value, onValueChange, className, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={cn('relative inline-flex w-full min-w-0', className)}>
      <SearchIcon
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faded"
      />
      <input
        placeholder={label}
        {...rest}
        ref={input}
        type="search"
        aria-label={label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        className="control h-8.5 w-full min-w-0 pr-9 pl-8.5 text-base [&::-webkit-search-cancel-button]:hidden"
      />
      {value === '' ? null : (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            onValueChange('')
            input.current?.focus()
          }}
          className="absolute top-1/2 right-1.5 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-sm text-faded hover:text-ink pointer-coarse:size-11"
        >
          <XIcon aria-hidden className="size-4" />
        </button>
      )}
    </span>
  )
}
