'use client'

import { type ReactNode, useId, useMemo } from 'react'
import { cn } from './cn'
import { FieldContext } from './field-context'
import { FieldMessage } from './field-message'
import { RequiredMark } from './required-mark'

type Props = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  /** Of the control, to which an error summary links. */
  id?: string
  /** Opposite the label: a counter, a link. */
  aside?: ReactNode
  className?: string
  /** One Input, Textarea, Select or DateInput. */
  children: ReactNode
}

export function Field({ label, hint, error, required, id, aside, className, children }: Props) {
  const made = useId()
  const controlId = id ?? made
  const hintId = hint ? `${controlId}-hint` : ''
  const errorId = error ? `${controlId}-error` : ''
  const describedBy = `${errorId} ${hintId}`.trim()
  const control = useMemo(
    () => ({
      id: controlId,
      'aria-describedby': describedBy || undefined,
      'aria-invalid': errorId ? (true as const) : undefined,
      'aria-required': required || undefined,
    }),
    [controlId, describedBy, errorId, required],
  )
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={controlId} className="font-medium text-sm">
          {label}
          {required ? <RequiredMark /> : null}
        </label>
        {aside ? <div className="text-faded text-xs">{aside}</div> : null}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      <FieldMessage hint={hint} hintId={hintId} error={error} errorId={errorId} />
    </div>
  )
}
