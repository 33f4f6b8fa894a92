import type { z } from 'zod'
import type { FieldError } from '@/lib/errors'
import { pointerPart } from '@/lib/webhooks/json-pointer'

/** How many faults are told: a body full of them must not make an answer many times its size. */
export const MOST_FAULTS = 100

/** The faults that zod found, each with its JSON pointer, under `base`; 100 at most. */
export function fieldErrors(error: z.ZodError, base = ''): FieldError[] {
  const faults = error.issues.slice(0, MOST_FAULTS).flatMap((issue) => toFieldErrors(issue, base))
  // Two rules may say the same of one field.
  const known = new Map(faults.map((fault) => [`${fault.pointer}\n${fault.detail}`, fault]))
  return [...known.values()].slice(0, MOST_FAULTS)
}

function toFieldErrors(issue: z.core.$ZodIssue, base: string): FieldError[] {
  const pointer = base + pointerOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
      pointer: `${pointer}${pointerOf([key])}`,
      code: 'unknown_field',
      detail: 'There is no such field.',
    }))
  }
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') {
    return [{ pointer, code: issue.params.code, detail: issue.message }]
  }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  return isMissing && issue.message.startsWith('Invalid input')
    ? [{ pointer, code: 'required', detail: 'This is required.' }]
    : [{ pointer, code: codes[issue.code] ?? 'invalid', detail: issue.message }]
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  too_big: 'too_large',
  too_small: 'too_small',
  invalid_type: 'invalid_type',
  invalid_value: 'invalid_choice',
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${pointerPart(String(part))}`).join('')
}
