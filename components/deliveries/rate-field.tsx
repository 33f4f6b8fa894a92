'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { takesText } from './resend-words'

/** How a person may write a rate; null where it is none from 1 to 1,000. */
export function readRate(text: string): number | null {
  const rate = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return rate >= 1 && rate <= 1_000 ? rate : null
}

type Props = {
  value: string
  onChange: (text: string) => void
  total: number
  /** A sentence on how long it takes at a rate, where there is more to say than that. */
  paceText?: (rate: number) => string
}

/** How many deliveries a second a job sends, and how long that takes. */
export function RateField({ value, onChange, total, paceText = (rate) => takesText(total, rate) }: Props) {
  const rate = readRate(value)
  return (
    <Field
      label="Deliveries per second"
      hint={rate === null ? undefined : `${paceText(rate)} New events always go first.`}
      error={rate === null ? 'Use a whole number from 1 to 1,000.' : undefined}
    >
      <Input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-28"
      />
    </Field>
  )
}
