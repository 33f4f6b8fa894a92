'use client'

import { type ReactNode, useId } from 'react'
import { cn } from './cn'
import { FieldMessage } from './field-message'
import { RequiredMark } from './required-mark'

type Props = {
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  id?: string
  className?: string
  children: ReactNode
}

/** Several controls that answer one question. */
export function Fieldset({ legend, hint, error, required, id, className, children }: Props) {
  const made = useId()
  const own = id ?? made
  const hintId = hint ? `${own}-hint` : ''
  const errorId = error ? `${own}-error` : ''
  return (
    <fieldset
      id={own}
      tabIndex={-1}
      aria-describedby={`${errorId} ${hintId}`.trim() || undefined}
      className={cn('flex min-w-0 flex-col gap-2', className)}
    >
      <legend className="mb-2 font-medium text-sm">
        {legend}
        {required ? <RequiredMark /> : null}
      </legend>
      <FieldMessage hint={hint} hintId={hintId} error={error} errorId={errorId} />
      {children}
    </fieldset>
  )
}
