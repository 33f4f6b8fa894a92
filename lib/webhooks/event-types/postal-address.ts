import { z } from 'zod'
import { personal } from './personal'

/**
 * A postal address. A company is marked too, since small ones bear their owner's name; region and country stay
 * readable where the rest is masked.
 */
export const postalAddress = z.looseObject({
  recipient_name: personal(z.string().nullish().describe('Whom the address is for.')),
  company: personal(z.string().nullish().describe('Company at the address.')),
  line1: personal(z.string().describe('Street and number.')),
  line2: personal(z.string().nullish().describe('Flat, floor or building.')),
  city: personal(z.string().describe('Town or city.')),
  region: z.string().nullish().describe('County, state or province.'),
  postal_code: personal(z.string().nullish().describe('Postcode; null where a country has none.')),
  country_code: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1 alpha-2 code of the country.'),
})
