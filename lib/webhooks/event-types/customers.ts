import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { currency, minorUnits } from './money'
import { newsletterSignups } from './newsletter-signups'
import { personal } from './personal'
import { postalAddress } from './postal-address'
import { maya, mayaAddress } from './sample-world'
import { sessions } from './sessions'

const customer = z.looseObject({
  id: identifier.describe('Id of the customer.'),
  email: personal(z.email().describe('E-mail address, also the sign-in name.')),
  first_name: personal(z.string().nullish().describe('Given name.')),
  last_name: personal(z.string().nullish().describe('Family name.')),
  phone: personal(z.string().nullish().describe('Phone number, best in E.164 form (+441632960123).')),
  company: personal(z.string().nullish().describe('Company that the customer buys for.')),
  vat_number: personal(z.string().nullish().describe("The company's VAT number.")),
  locale: z.string().nullish().describe('Language for mails and pages, a BCP 47 tag such as en-GB.'),
  customer_group: z.string().nullish().describe('Price group of the customer.'),
  accepts_marketing: z.boolean().optional().describe('Whether the customer agreed to advertising by e-mail.'),
  default_address: postalAddress.nullish().describe('Address that the checkout fills in.'),
  orders_count: z.int().optional().describe('Orders placed so far.'),
  currency: currency.optional(),
  total_spent: minorUnits.optional().describe('Sum of all paid orders.'),
  tags: z.array(z.string()).optional().describe('Labels that the store gave the customer.'),
  created_at: instant.optional().describe('When the customer registered.'),
  updated_at: instant.optional().describe('When the customer last changed.'),
})

const customerObject = defineObject({
  name: 'customer',
  schema: customer,
  sample: {
    ...maya,
    company: null,
    vat_number: null,
    locale: 'en-GB',
    customer_group: 'retail',
    accepts_marketing: true,
    default_address: mayaAddress,
    orders_count: 0,
    currency: 'GBP',
    total_spent: 0,
    tags: ['moving-house'],
    created_at: '2026-01-15T18:22:38Z',
    updated_at: '2026-01-15T18:22:38Z',
  },
  types: {
    created: 'A new customer registered, or was added by the store.',
  },
})

/** Customers and newsletter of seed 004, sessions of seed 002. */
export const customers = defineCategory('customers', 'Customers', [
  customerObject,
  sessions,
  newsletterSignups,
])
