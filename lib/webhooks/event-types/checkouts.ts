import { z } from 'zod'
import { carts } from './carts'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { lineItem } from './line-item'
import { currency, minorUnits } from './money'
import { personal } from './personal'
import { postalAddress } from './postal-address'
import { basket } from './sample-basket'
import { maya, mayaAddress } from './sample-world'

const checkout = z.looseObject({
  id: identifier.describe('Id of the checkout; the same on all its pages.'),
  step: z
    .enum(['cart', 'address', 'shipping', 'approval', 'thank_you'])
    .describe('Page of the checkout that was opened.'),
  cart_id: identifier.nullish().describe('Cart that is checked out.'),
  session_id: identifier.nullish().describe('Visit in which it happens.'),
  order_id: identifier.nullish().describe('Order that came of it; null before the thank-you page.'),
  customer_id: identifier.nullish().describe('Customer who is signed in; null for a guest.'),
  customer_email: personal(z.email().nullish().describe('E-mail address, once the visitor gave it.')),
  shipping_address: postalAddress.nullish().describe('Address of the delivery, once it is known.'),
  shipping_method: z.string().nullish().describe('Delivery service, once it is chosen.'),
  currency: currency.optional(),
  line_items: z.array(lineItem).optional().describe('What is being bought.'),
  subtotal: minorUnits.optional().describe('Sum of the line totals.'),
  discount_total: minorUnits.optional().describe('Discount taken off the subtotal.'),
  shipping_total: minorUnits.optional().describe('Price of the delivery; 0 until one is chosen.'),
  tax_total: minorUnits.optional().describe('Tax contained in the total.'),
  total: minorUnits.optional().describe('Subtotal less discount plus shipping.'),
  page_url: z.url().nullish().describe('Address of the page.'),
  viewed_at: instant.describe('When the page was opened.'),
})

const addressGiven = { customer_email: maya.email, shipping_address: mayaAddress }
const shippingChosen = {
  ...addressGiven,
  shipping_method: 'UPS Standard',
  shipping_total: 495,
  tax_total: 1250,
  total: 7501,
}

const checkouts = defineObject({
  name: 'checkout',
  schema: checkout,
  sample: {
    id: 45871,
    step: 'cart',
    cart_id: 61340,
    session_id: 904417,
    order_id: null,
    customer_id: null,
    customer_email: null,
    shipping_address: null,
    shipping_method: null,
    currency: 'GBP',
    line_items: basket,
    subtotal: 7784,
    discount_total: 778,
    shipping_total: 0,
    tax_total: 1168,
    total: 7006,
    page_url: 'https://shop.northgate.example/cart',
    viewed_at: '2026-01-15T18:34:20Z',
  },
  types: {
    cart_viewed: 'A visitor opened the cart page, the first step of the checkout.',
    address_viewed: {
      description: 'A visitor opened the address page of the checkout.',
      sample: {
        step: 'address',
        page_url: 'https://shop.northgate.example/checkout/address',
        viewed_at: '2026-01-15T18:35:02Z',
      },
    },
    shipping_viewed: {
      description: 'A visitor opened the page of the checkout that offers the delivery services.',
      sample: {
        ...addressGiven,
        step: 'shipping',
        page_url: 'https://shop.northgate.example/checkout/shipping',
        viewed_at: '2026-01-15T18:37:41Z',
      },
    },
    approval_viewed: {
      description: 'A visitor opened the page where the order is checked before it is placed.',
      sample: {
        ...shippingChosen,
        step: 'approval',
        page_url: 'https://shop.northgate.example/checkout/approval',
        viewed_at: '2026-01-15T18:39:15Z',
      },
    },
    thank_you_viewed: {
      description: 'A customer reached the thank-you page after placing an order.',
      sample: {
        ...shippingChosen,
        step: 'thank_you',
        order_id: 10482,
        customer_id: maya.id,
        page_url: 'https://shop.northgate.example/checkout/thank-you',
        viewed_at: '2026-01-15T18:42:12Z',
      },
    },
  },
})

/** The way from cart to order: seed 004's checkout flow. */
export const cartAndCheckout = defineCategory('cart-and-checkout', 'Cart and checkout', [carts, checkouts])
