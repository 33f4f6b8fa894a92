'use client'

import { type ReactNode, useId } from 'react'
import { choiceBox, choiceLine } from './choice-box'
import { cn } from './cn'
import { Fieldset } from './fieldset'

type Option<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type Props<Value extends string> = {
  legend: ReactNode
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
  name?: string
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  id?: string
  className?: string
}

export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { options, value, onChange, name, ...fieldset } = props
  const made = useId()
  return (
    <Fieldset {...fieldset}>
      {options.map((option) => (
        <label key={option.value} className={choiceLine}>
          <span className="relative mt-px inline-flex size-4.5 shrink-0 items-center justify-center">
            <input
              aria-labelledby={`${made}-${option.value}-label`}
              aria-describedby={option.hint ? `${made}-${option.value}-hint` : undefined}
              type="radio"
              name={name ?? made}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className={cn(choiceBox, 'rounded-full')}
            />
            <span className="pointer-events-none absolute hidden size-2 rounded-full bg-on-brass peer-checked:block forced-colors:hidden!" />
          </span>
          <span className="min-w-0 wrap-anywhere">
            <span id={`${made}-${option.value}-label`}>{option.label}</span>
            {option.hint ? (
              <span id={`${made}-${option.value}-hint`} className="block text-faded text-sm">
                {option.hint}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </Fieldset>
  )
}
