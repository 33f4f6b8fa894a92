import { z } from 'zod'

/** An object of names and texts. Copying one, as zod does, loses a key `__proto__`: such a one is refused. */
export const plainObject = z.custom<object>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Object.hasOwn(value, '__proto__'),
  { error: 'Use a JSON object, without a name “__proto__”.' },
)
