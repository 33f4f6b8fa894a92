import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { currency, minorUnits } from './money'

const coupon = z.looseObject({
  id: identifier.describe('Id of the coupon.'),
  code: z.string().describe('What the customer types in.'),
  name: z.string().nullish().describe('Name of the coupon on documents.'),
  discount_type: z.enum(['percentage', 'fixed_amount']).describe('How the discount is reckoned.'),
  percent_off: z.number().nullish().describe('Discount in per cent; null for a fixed amount.'),
  amount_off: minorUnits.nullish().describe('Discount as an amount; null for a percentage.'),
  currency: currency.optional(),
  applies_to: z.enum(['all', 'products', 'units']).optional().describe('What the coupon makes cheaper.'),
  duration: z.enum(['once', 'repeating', 'forever']).optional().describe('How long a subscription keeps it.'),
  duration_months: z.int().nullish().describe('Months of a repeating discount.'),
  max_redemptions: z.int().nullish().describe('How often it may be used in all; null for no limit.'),
  times_redeemed: z.int().optional().describe('How often it was used.'),
  active: z.boolean().optional().describe('Whether the coupon can be used now.'),
  starts_on: day.nullish().describe('First day of validity.'),
  ends_on: day.nullish().describe('Last day of validity.'),
  created_at: instant.optional().describe('When the coupon was created.'),
  updated_at: instant.optional().describe('When the coupon last changed.'),
})

/** Coupons (seed 001). */
export const coupons = defineCategory('coupons', 'Coupons', [
  defineObject({
    name: 'coupon',
    schema: coupon,
    sample: {
      id: 'cpn_b40f76d1e9c2a385',
      code: 'NEWYEAR10',
      name: 'New year, new space',
      discount_type: 'percentage',
      percent_off: 10,
      amount_off: null,
      currency: 'GBP',
      applies_to: 'all',
      duration: 'repeating',
      duration_months: 3,
      max_redemptions: 500,
      times_redeemed: 0,
      active: true,
      starts_on: '2026-01-01',
      ends_on: '2026-01-31',
      created_at: '2025-12-18T11:30:00Z',
      updated_at: '2025-12-18T11:30:00Z',
    },
    types: {
      created: 'A new coupon was set up.',
      updated: {
        description: 'A coupon changed: its validity, its limit or whether it can be used.',
        sample: { times_redeemed: 137, ends_on: '2026-02-14', updated_at: '2026-01-27T10:02:45Z' },
      },
    },
  }),
])
