import { z } from 'zod'
import { defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { personal } from './personal'

const newsletterSignup = z.looseObject({
  id: identifier.describe('Id of the sign-up.'),
  email: personal(z.email().describe('E-mail address that signed up.')),
  first_name: personal(z.string().nullish().describe('Given name, if the form asks for it.')),
  last_name: personal(z.string().nullish().describe('Family name, if the form asks for it.')),
  customer_id: identifier.nullish().describe('Customer with this address; null if there is none.'),
  list: z.string().nullish().describe('Newsletter that was chosen.'),
  status: z.enum(['pending', 'confirmed']).optional().describe('Whether the address was confirmed by mail.'),
  source: z.string().nullish().describe('Where the sign-up happened, such as footer or checkout.'),
  locale: z.string().nullish().describe('Language of the newsletter, a BCP 47 tag such as en-GB.'),
  ip_address: personal(z.string().nullish().describe('IP address that gave the consent.')),
  subscribed_at: instant.describe('When the visitor signed up.'),
})

/** Sign-ups for the newsletter (seed 004). */
export const newsletterSignups = defineObject({
  name: 'newsletter',
  schema: newsletterSignup,
  sample: {
    id: 7730,
    email: 'jonas.whitfield@example.com',
    first_name: 'Jonas',
    last_name: null,
    customer_id: null,
    list: 'Moving tips',
    status: 'confirmed',
    source: 'footer',
    locale: 'en-GB',
    ip_address: '198.51.100.23',
    subscribed_at: '2026-01-14T21:08:50Z',
  },
  types: {
    subscribed: 'A visitor signed up for the newsletter.',
  },
})
