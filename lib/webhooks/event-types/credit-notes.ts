import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { billingLine } from './line-item'
import { currency, minorUnits } from './money'
import { person } from './person'
import { personal } from './personal'
import { postalAddress } from './postal-address'
import { oliver, oliverAddress, tenancyIds } from './sample-world'

const creditNote = z.looseObject({
  id: identifier.describe('Id of the credit note.'),
  number: z.string().optional().describe('Number on the document.'),
  status: z.enum(['draft', 'issued', 'refunded', 'void']).describe('Where the credit note stands.'),
  reason: z.string().nullish().describe('Why money is given back, such as early_move_out or goodwill.'),
  invoice_id: identifier.nullish().describe('Invoice that it corrects.'),
  invoice_number: z.string().nullish().describe('Number of that invoice.'),
  contact_id: identifier.nullish().describe('Contact who is credited.'),
  customer_email: personal(z.email().nullish().describe('Where the document is sent.')),
  customer: person.nullish().describe('Who is credited.'),
  billing_address: postalAddress.nullish().describe('Address on the document.'),
  currency: currency.optional(),
  lines: z.array(billingLine).optional().describe('What is credited, in positive amounts.'),
  tax_total: minorUnits.optional().describe('Tax contained in the total.'),
  total: minorUnits.describe('Sum of the line totals: what is given back.'),
  memo: z.string().nullish().describe('Remark printed on the document.'),
  issued_on: day.nullish().describe('Date of the document.'),
  created_at: instant.optional().describe('When the credit note was created.'),
  updated_at: instant.optional().describe('When the credit note last changed.'),
})

/** Credit notes (seed 001). */
export const creditNotes = defineCategory('credit-notes', 'Credit notes', [
  defineObject({
    name: 'credit_note',
    schema: creditNote,
    sample: {
      id: 'crn_0d7c52e86fa9b134',
      number: 'CN-2026-0018',
      status: 'issued',
      reason: 'goodwill',
      invoice_id: tenancyIds.invoice,
      invoice_number: 'INV-2026-0117',
      contact_id: oliver.id,
      customer_email: oliver.email,
      customer: oliver,
      billing_address: oliverAddress,
      currency: 'GBP',
      lines: [
        {
          id: 'crl_51',
          description: 'Lift out of service, 3 days of rent for unit B117',
          quantity: 3,
          unit_price: 480,
          tax_rate: 20,
          total: 1440,
        },
      ],
      tax_total: 240,
      total: 1440,
      memo: 'With our apologies for the lift.',
      issued_on: '2026-01-29',
      created_at: '2026-01-29T14:22:07Z',
      updated_at: '2026-01-29T14:22:07Z',
    },
    types: {
      created: 'A credit note was made out, for an invoice or on its own.',
      updated: {
        description: 'A credit note changed, for instance because it was refunded or voided.',
        sample: { status: 'refunded', updated_at: '2026-02-02T09:48:31Z' },
      },
    },
  }),
])
