import { z } from 'zod'

/** A number in a query, as text of digits alone. */
export function queryNumber(least: number, most: number) {
  const message = `Use a whole number from ${least} to ${most}.`
  return z
    .string(message)
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
}

/** How much of a list to show, and after which id. */
export const pageQuery = z.strictObject({
  limit: queryNumber(1, 100).default(20),
  after: z.string('Use the cursor of the page before.').optional(),
})
