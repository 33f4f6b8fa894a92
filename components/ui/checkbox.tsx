'use client'

import { CheckIcon, MinusIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react'
import { choiceBox, choiceLine } from './choice-box'
import { cn } from './cn'

type Props = Omit<ComponentProps<'input'>, 'type' | 'ref'> & {
  label: ReactNode
  hint?: ReactNode
  /** The label is read out and not seen: for the boxes of a table. */
  hideLabel?: boolean
  /** Some of what it stands for is chosen. */
  indeterminate?: boolean
  ref?: (input: HTMLInputElement | null) => void
}

export function Checkbox({ label, hint, hideLabel, indeterminate = false, className, ref, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <label
      className={cn(
        choiceLine,
        hideLabel && 'items-center justify-center py-0 align-middle pointer-coarse:min-w-11',
        className,
      )}
    >
      <span className="relative mt-px inline-flex size-4.5 shrink-0 items-center justify-center">
        <input
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...rest}
          type="checkbox"
          ref={(element) => {
            input.current = element
            ref?.(element)
          }}
          className={cn(choiceBox, 'rounded-sm')}
        />
        <CheckIcon
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3.5 text-on-brass peer-checked:block peer-indeterminate:hidden forced-colors:hidden!"
        />
        <MinusIcon
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3.5 text-on-brass peer-indeterminate:block forced-colors:hidden!"
        />
      </span>
      <span className={hideLabel ? 'sr-only' : 'min-w-0 wrap-anywhere'}>
        <span id={`${id}-label`}>{label}</span>
        {hint ? (
          <span id={`${id}-hint`} className="block text-faded text-sm">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  )
}
