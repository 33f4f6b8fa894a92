import { z } from 'zod'
import { defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { lineItem } from './line-item'
import { currency, minorUnits } from './money'
import { personal } from './personal'
import { basket } from './sample-basket'
import { maya } from './sample-world'

const cart = z.looseObject({
  id: identifier.describe('Id of the cart.'),
  session_id: identifier.nullish().describe('Visit in which the cart was filled.'),
  customer_id: identifier.nullish().describe('Customer who is signed in; null for a guest.'),
  customer_email: personal(z.email().nullish().describe('E-mail address, once the visitor gave it.')),
  currency: currency.optional(),
  added_item: lineItem.nullish().describe('The line as it was added; null for any other change.'),
  line_items: z.array(lineItem).describe('What is in the cart.'),
  item_count: z.int().optional().describe('Pieces in the cart.'),
  subtotal: minorUnits.optional().describe('Sum of the line totals.'),
  discount_total: minorUnits.optional().describe('Discount taken off the subtotal.'),
  shipping_total: minorUnits.optional().describe('Price of the delivery; 0 until one is chosen.'),
  tax_total: minorUnits.optional().describe('Tax contained in the total.'),
  total: minorUnits.optional().describe('Subtotal less discount plus shipping.'),
  coupon_codes: z.array(z.string()).optional().describe('Coupon codes that were applied.'),
  created_at: instant.optional().describe('When the cart was begun.'),
  updated_at: instant.optional().describe('When the cart last changed.'),
})

/** Changes of a cart (seed 004). */
export const carts = defineObject({
  name: 'cart',
  schema: cart,
  sample: {
    id: 61340,
    session_id: 904417,
    customer_id: maya.id,
    customer_email: maya.email,
    currency: 'GBP',
    added_item: null,
    line_items: basket,
    item_count: 4,
    subtotal: 7784,
    discount_total: 0,
    shipping_total: 0,
    tax_total: 1297,
    total: 7784,
    coupon_codes: [],
    created_at: '2026-01-15T18:27:03Z',
    updated_at: '2026-01-15T18:31:46Z',
  },
  types: {
    item_added: {
      description: 'A customer put a product into the cart.',
      sample: { added_item: basket[2] },
    },
    updated: {
      description: 'A cart changed: a quantity, a removed line or a coupon.',
      sample: {
        discount_total: 778,
        tax_total: 1168,
        total: 7006,
        coupon_codes: ['NEWYEAR10'],
        updated_at: '2026-01-15T18:33:12Z',
      },
    },
  },
})
