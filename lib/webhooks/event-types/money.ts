import { z } from 'zod'

/** An amount in minor units (pence, cents) of the `currency` beside it; never a fraction, so sums are exact. */
export const minorUnits = z.int()

/** ISO 4217. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217 code of the currency of all amounts of this object, which are in its minor units.')
