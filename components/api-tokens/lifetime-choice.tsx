'use client'

import { Banner } from '@/components/ui/banner'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import type { TokenLifetime } from '@/lib/schemas/api-token'

const options = [
  { value: '30', label: 'After 30 days' },
  { value: '90', label: 'After 90 days' },
  { value: '365', label: 'After 1 year' },
  { value: 'date', label: 'On a day' },
  { value: 'never', label: 'Never' },
] as const

export type LifetimeDraft = { choice: (typeof options)[number]['value']; day: string }

/** What a draft asks for; the empty day is refused with the rest. */
export function lifetimeOf({ choice, day }: LifetimeDraft): TokenLifetime {
  if (choice === 'never') return null
  return choice === 'date' ? { until: day } : { days: Number(choice) }
}

type Props = { draft: LifetimeDraft; onChange: (draft: LifetimeDraft) => void; error?: string | undefined }

/** When a token ends. */
export function LifetimeChoice({ draft, onChange, error }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        legend="Expires"
        options={options}
        value={draft.choice}
        onChange={(choice) => onChange({ ...draft, choice })}
      />
      {draft.choice === 'date' ? (
        <Field label="Last day" required error={error} hint="It works until this day ends in your time zone.">
          <Input
            type="date"
            className="max-w-48"
            value={draft.day}
            onChange={(event) => onChange({ ...draft, day: event.target.value })}
          />
        </Field>
      ) : null}
      {draft.choice === 'never' ? (
        <Banner tone="warning" title="A token that never expires stays dangerous once it has leaked">
          Whoever finds it in an old log or backup can use it until someone revokes it. Prefer an expiry, and
          replace the token in time.
        </Banner>
      ) : null}
    </div>
  )
}
