'use client'

import { type ComponentType, type ReactNode, useId } from 'react'
import { choiceBox } from './choice-box'
import { cn } from './cn'
import { Fieldset } from './fieldset'

type Option<Value extends string> = {
  value: Value
  label: ReactNode
  hint: ReactNode
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean }>
  disabled?: boolean
}

type Props<Value extends string> = {
  legend: ReactNode
  options: readonly Option<Value>[]
  value: Value
  onChange: (value: Value) => void
  error?: ReactNode
  id?: string
}

/** A choice between a few things that differ much, side by side; the whole of each can be pressed. */
export function RadioCards<Value extends string>({ options, value, onChange, ...fieldset }: Props<Value>) {
  const made = useId()
  return (
    <Fieldset {...fieldset}>
      <div className="grid gap-3 sm:grid-cols-2">
        {options.map(({ value: own, label, hint, icon: Icon, disabled }) => (
          <label
            key={own}
            className="flex items-start gap-3 rounded-md border border-line px-3.5 py-3 has-checked:border-brass-ink has-disabled:border-rule has-checked:bg-brass-wash has-disabled:bg-inset has-disabled:text-faded"
          >
            <span className="relative mt-0.5 inline-flex size-4.5 shrink-0 items-center justify-center">
              <input
                aria-labelledby={`${made}-${own}-label`}
                aria-describedby={`${made}-${own}-hint`}
                type="radio"
                name={made}
                value={own}
                checked={own === value}
                disabled={disabled}
                onChange={() => onChange(own)}
                className={cn(choiceBox, 'rounded-full')}
              />
              <span className="pointer-events-none absolute hidden size-2 rounded-full bg-on-brass peer-checked:block forced-colors:hidden!" />
            </span>
            <span className="min-w-0 flex-1">
              <span id={`${made}-${own}-label`} className="font-medium">
                {label}
              </span>
              <span id={`${made}-${own}-hint`} className="block text-faded text-sm">
                {hint}
              </span>
            </span>
            <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0 text-faded" />
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
