import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { billingLine } from './line-item'
import { currency, minorUnits } from './money'
import { person } from './person'
import { personal } from './personal'
import { oliver, tenancyIds } from './sample-world'

const subscription = z.looseObject({
  id: identifier.describe('Id of the subscription.'),
  status: z.enum(['pending', 'active', 'cancelled', 'ended']).describe('Where the subscription stands.'),
  contact_id: identifier.nullish().describe('Contact who pays.'),
  customer_email: personal(z.email().nullish().describe('Where the invoices are sent.')),
  customer: person.nullish().describe('Who pays.'),
  tenancy_id: identifier.nullish().describe('Tenancy that is paid for.'),
  unit_id: identifier.nullish().describe('Unit that is rented.'),
  protection_level_id: identifier.nullish().describe('Protection level that was chosen.'),
  currency: currency.optional(),
  lines: z.array(billingLine).optional().describe('What each billing period costs.'),
  total: minorUnits.optional().describe('Sum of the line totals: the price of one billing period.'),
  billing_period: z.enum(['weekly', 'monthly', 'yearly']).optional().describe('How often it is billed.'),
  payment_method: z.string().nullish().describe('How it is paid, such as direct_debit or card.'),
  start_on: day.nullish().describe('First day that is billed.'),
  current_period_start_on: day.nullish().describe('First day of the billing period under way.'),
  current_period_end_on: day.nullish().describe('Last day of the billing period under way.'),
  end_on: day.nullish().describe('Last day, once the subscription is cancelled.'),
  cancel_reason: z.string().nullish().describe('Why it was cancelled.'),
  started_at: instant.nullish().describe('When it started.'),
  cancelled_at: instant.nullish().describe('When notice was given.'),
  ended_at: instant.nullish().describe('When it ended.'),
  created_at: instant.optional().describe('When the subscription was created.'),
  updated_at: instant.optional().describe('When the subscription last changed.'),
})

const afterStart = {
  status: 'active' as const,
  current_period_start_on: '2026-02-01',
  current_period_end_on: '2026-02-28',
  started_at: '2026-02-01T00:00:07Z',
  updated_at: '2026-02-01T00:00:07Z',
}
const afterCancelling = {
  ...afterStart,
  status: 'cancelled' as const,
  current_period_start_on: '2026-08-01',
  current_period_end_on: '2026-08-31',
  end_on: '2026-08-31',
  cancel_reason: 'Moved to larger premises',
  cancelled_at: '2026-08-12T14:26:35Z',
  updated_at: '2026-08-12T14:26:35Z',
}

/** Subscriptions: the recurring bill of a tenancy (seed 001). */
export const subscriptions = defineCategory('subscriptions', 'Subscriptions', [
  defineObject({
    name: 'subscription',
    schema: subscription,
    sample: {
      id: tenancyIds.subscription,
      status: 'pending',
      contact_id: oliver.id,
      customer_email: oliver.email,
      customer: oliver,
      tenancy_id: tenancyIds.tenancy,
      unit_id: tenancyIds.unit,
      protection_level_id: tenancyIds.protectionLevel,
      currency: 'GBP',
      lines: [
        {
          id: 'sbl_77',
          description: 'Rent for unit B117',
          quantity: 1,
          unit_price: 14400,
          tax_rate: 20,
          total: 14400,
        },
        {
          id: 'sbl_78',
          description: 'Standard protection',
          quantity: 1,
          unit_price: 1120,
          tax_rate: 12,
          total: 1120,
        },
      ],
      total: 15520,
      billing_period: 'monthly',
      payment_method: 'direct_debit',
      start_on: '2026-02-01',
      current_period_start_on: null,
      current_period_end_on: null,
      end_on: null,
      cancel_reason: null,
      started_at: null,
      cancelled_at: null,
      ended_at: null,
      created_at: '2026-01-13T13:05:11Z',
      updated_at: '2026-01-13T13:05:11Z',
    },
    types: {
      cancelled: {
        description: 'Notice was given: the subscription runs out on its last day.',
        sample: afterCancelling,
      },
      created: 'A subscription was set up; it may start on a later day.',
      ended: {
        description: 'A subscription is over and will not be billed again.',
        sample: {
          ...afterCancelling,
          status: 'ended',
          ended_at: '2026-09-01T00:00:05Z',
          updated_at: '2026-09-01T00:00:05Z',
        },
      },
      started: {
        description: 'The first billing period of a subscription began.',
        sample: afterStart,
      },
    },
  }),
])
