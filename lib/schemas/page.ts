import { z } from 'zod'

/** A number in a query, as text of digits alone. */
export function queryNumber(least: number, most: number) {
  const message = `Use a whole number from ${least} to ${most}.`
  return z
    .string(message)
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, message).max(most, message))
    .meta({ type: 'integer', minimum: least, maximum: most })
}

/** How many of a list to answer. `standard` is its default for the document: what follows it is another type. */
export const pageLimit = queryNumber(1, 100)
  .default(20)
  .meta({ description: 'How many to answer.', standard: 20 })

/** Where a list goes on. */
export const pageCursor = z
  .string('Use the cursor of the page before.')
  .optional()
  .describe('The `meta.next_cursor` of the page before.')

/** How much of a list to show, and after which id. */
export const pageQuery = z.strictObject({
  limit: pageLimit,
  after: pageCursor,
})
