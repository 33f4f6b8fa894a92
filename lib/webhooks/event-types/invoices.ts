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

const invoiceLine = billingLine.extend({
  period_start_on: day.nullish().describe('First day that the line is for.'),
  period_end_on: day.nullish().describe('Last day that the line is for.'),
})

const invoice = z.looseObject({
  id: identifier.describe('Id of the invoice.'),
  number: z.string().nullish().describe('Invoice number; null for a draft.'),
  status: z
    .enum(['draft', 'open', 'paid', 'uncollectible', 'void'])
    .describe('Where the invoice stands; open means final and unpaid.'),
  contact_id: identifier.nullish().describe('Contact who has to pay.'),
  customer_email: personal(z.email().nullish().describe('Where the invoice is sent.')),
  customer: person.nullish().describe('Who has to pay.'),
  billing_address: postalAddress.nullish().describe('Address on the invoice.'),
  subscription_id: identifier.nullish().describe('Subscription that it bills.'),
  order_id: identifier.nullish().describe('Order that it bills.'),
  currency: currency.optional(),
  lines: z.array(invoiceLine).optional().describe('What is billed.'),
  subtotal: minorUnits.optional().describe('Sum of the line totals.'),
  discount_total: minorUnits.optional().describe('Discount taken off the subtotal.'),
  tax_total: minorUnits.optional().describe('Tax contained in the total.'),
  total: minorUnits.describe('Subtotal less discount: what the invoice asks for.'),
  amount_paid: minorUnits.optional().describe('What was paid so far.'),
  amount_due: minorUnits.optional().describe('Total less what was paid.'),
  payment_method: z.string().nullish().describe('How it is paid, such as direct_debit or card.'),
  memo: z.string().nullish().describe('Remark printed on the invoice.'),
  document_url: z.url().nullish().describe('Where the invoice can be read as PDF, for those signed in.'),
  issued_on: day.nullish().describe('Date of the invoice; null for a draft.'),
  due_on: day.nullish().describe('Day by which it has to be paid.'),
  finalized_at: instant.nullish().describe('When the invoice became final.'),
  paid_at: instant.nullish().describe('When it was paid in full.'),
  marked_uncollectible_at: instant.nullish().describe('When the store gave up on it.'),
  created_at: instant.optional().describe('When the draft was made.'),
  updated_at: instant.optional().describe('When the invoice last changed.'),
})

const afterFinalizing = {
  number: 'INV-2026-0117',
  status: 'open' as const,
  document_url: 'https://backoffice.northgate.example/invoices/INV-2026-0117.pdf',
  issued_on: '2026-01-25',
  finalized_at: '2026-01-25T06:00:04Z',
  updated_at: '2026-01-25T06:00:04Z',
}

/** Invoices (seed 001). */
export const invoices = defineCategory('invoices', 'Invoices', [
  defineObject({
    name: 'invoice',
    schema: invoice,
    sample: {
      id: tenancyIds.invoice,
      number: null,
      status: 'draft',
      contact_id: oliver.id,
      customer_email: oliver.email,
      customer: oliver,
      billing_address: oliverAddress,
      subscription_id: tenancyIds.subscription,
      order_id: null,
      currency: 'GBP',
      lines: [
        {
          id: 'inl_301',
          description: 'Rent for unit B117, February 2026',
          quantity: 1,
          unit_price: 14400,
          tax_rate: 20,
          total: 14400,
          period_start_on: '2026-02-01',
          period_end_on: '2026-02-28',
        },
        {
          id: 'inl_302',
          description: 'Standard protection, cover up to £3,000',
          quantity: 1,
          unit_price: 1120,
          tax_rate: 12,
          total: 1120,
          period_start_on: '2026-02-01',
          period_end_on: '2026-02-28',
        },
      ],
      subtotal: 15520,
      discount_total: 0,
      tax_total: 2520,
      total: 15520,
      amount_paid: 0,
      amount_due: 15520,
      payment_method: 'direct_debit',
      memo: null,
      document_url: null,
      issued_on: null,
      due_on: '2026-02-01',
      finalized_at: null,
      paid_at: null,
      marked_uncollectible_at: null,
      created_at: '2026-01-24T06:00:02Z',
      updated_at: '2026-01-24T06:00:02Z',
    },
    types: {
      created: 'A draft of an invoice was made, for a subscription, an order or by hand.',
      finalized: {
        description: 'An invoice became final: it has a number and is due for payment.',
        sample: afterFinalizing,
      },
      marked_uncollectible: {
        description: 'The store gave up hope that an invoice will be paid.',
        sample: {
          ...afterFinalizing,
          status: 'uncollectible',
          marked_uncollectible_at: '2026-04-15T10:45:00Z',
          updated_at: '2026-04-15T10:45:00Z',
        },
      },
      paid: {
        description: 'An invoice was paid in full.',
        sample: {
          ...afterFinalizing,
          status: 'paid',
          amount_paid: 15520,
          amount_due: 0,
          paid_at: '2026-01-30T09:14:52Z',
          updated_at: '2026-01-30T09:14:52Z',
        },
      },
      updated: {
        description: 'An invoice changed: its lines, due date, memo or payment method.',
        sample: {
          payment_method: 'card',
          memo: 'Your reference: PO 7714',
          updated_at: '2026-01-24T09:27:40Z',
        },
      },
    },
  }),
])
