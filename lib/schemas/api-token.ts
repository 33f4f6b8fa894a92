import { z } from 'zod'
import { scopes } from './scopes'
import { text } from './text'

export const LONGEST_LIFETIME_DAYS = 3_650
export const STANDARD_LIFETIME_DAYS = 90

/** When a token ends: after so many days, with the end of a day (`2027-01-31`), or never. */
const tokenLifetime = z.union([
  z.strictObject({
    days: z
      .int('Use a whole number of days.')
      .min(1, 'Use at least one day.')
      .max(LONGEST_LIFETIME_DAYS, `Use at most ${LONGEST_LIFETIME_DAYS} days.`),
  }),
  z.strictObject({ until: z.iso.date('Choose a day.') }),
  z.null(),
])

/** What a new token is made with. */
export const createTokenSchema = z.strictObject({
  name: text(1, 100).refine((name) => name.trim() !== '', 'Fill this in.'),
  scopes: z
    .array(z.enum(scopes, { error: `Use of ${scopes.join(', ')}.` }))
    .min(1, 'Choose at least one.')
    .max(scopes.length, 'Name each scope once.')
    .refine((names) => new Set(names).size === names.length, 'Name each scope once.'),
  lifetime: tokenLifetime,
})

export type CreateTokenInput = z.infer<typeof createTokenSchema>
export type TokenLifetime = z.infer<typeof tokenLifetime>
