'use client'

import { useFormContext } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldId } from './form-fields'
import type { EndpointFormValues } from './form-values'

/** Whom messages go to. */
export function EmailField() {
  const form = useFormContext<EndpointFormValues>()
  const field = form.register('email', { onBlur: check, onChange: () => form.clearErrors('email') })

  function check() {
    const typed = form.getValues('email')
    if (typed !== typed.trim()) form.setValue('email', typed.trim(), { shouldDirty: true })
    if (typed.trim() !== '') void form.trigger('email')
  }

  return (
    <Field
      id={fieldId('email')}
      label="E-mail address"
      required
      error={form.formState.errors.email?.message}
      hint="Each event is sent there as a message that a person can read, with its data attached as JSON."
    >
      <Input {...field} mono inputMode="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </Field>
  )
}
