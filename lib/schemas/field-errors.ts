import type { z } from 'zod'
import type { FieldError } from '@/lib/errors'

/** The faults that zod found, each with its JSON pointer, under `base`. */
export function fieldErrors(error: z.ZodError, base = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    const pointer = base + pointerOf(issue.path)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: `${pointer}${pointerOf([key])}`,
        code: 'unknown_field',
        detail: 'There is no such field.',
      }))
    }
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined
    return isMissing && issue.message.startsWith('Invalid input')
      ? { pointer, code: 'required', detail: 'This is required.' }
      : { pointer, code: codes[issue.code] ?? 'invalid', detail: issue.message }
  })
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  too_big: 'too_large',
  too_small: 'too_small',
  invalid_type: 'invalid_type',
  invalid_value: 'invalid_choice',
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
