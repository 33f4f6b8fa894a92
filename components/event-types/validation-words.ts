import type { ValidationMode } from '@/lib/webhooks/event-types/event-catalogue'

/** What becomes of an event that does not match the schema of its type. */
export const validationLabels: Record<ValidationMode, string> = {
  off: 'Nothing is checked',
  warn: 'Warn',
  refuse: 'Refuse',
}

const hints: Record<ValidationMode, string> = {
  off: 'Every event is sent.',
  warn: 'The event is sent, and marked in the log.',
  refuse: 'The event is not taken: who sends it gets the answer 422.',
}

export const validationOptions = (['off', 'warn', 'refuse'] as const).map((value) => ({
  value,
  label: validationLabels[value],
  hint: hints[value],
}))

/** What holds for all of them. */
export const VALIDATION_HINT = 'Events that SQL emits are not checked, and test sends are never refused.'
