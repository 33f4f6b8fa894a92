import { z } from 'zod'
import { identifier } from './identifier'
import { instant } from './instant'
import { lineItem } from './line-item'
import { currency, minorUnits } from './money'
import { person } from './person'
import { personal } from './personal'
import { postalAddress } from './postal-address'

/**
 * An order. `id`, `customer_email`, `status`, `tracking_number` and `shipped_at` are seed 003's, whose short object
 * is valid as it stands; `status` is any word, because stores name their own (seed 004).
 */
export const order = z.looseObject({
  id: identifier.describe('Id of the order.'),
  number: z.string().optional().describe('Order number that the customer knows.'),
  status: z.string().describe('Where the order stands, such as new, paid, packed, shipped or cancelled.'),
  previous_status: z.string().nullish().describe('Status before the change; null for a new order.'),
  customer_email: personal(z.email().nullish().describe('E-mail address that the order mails go to.')),
  customer: person.nullish().describe('Who placed the order.'),
  currency: currency.optional(),
  line_items: z.array(lineItem).optional().describe('What was ordered.'),
  subtotal: minorUnits.optional().describe('Sum of the line totals.'),
  discount_total: minorUnits.optional().describe('Discount taken off the subtotal.'),
  shipping_total: minorUnits.optional().describe('Price of the delivery.'),
  tax_total: minorUnits.optional().describe('Tax contained in the total.'),
  total: minorUnits.optional().describe('Subtotal less discount plus shipping: what the customer pays.'),
  coupon_codes: z.array(z.string()).optional().describe('Coupon codes that were applied.'),
  billing_address: postalAddress.nullish().describe('Address on the invoice.'),
  shipping_address: postalAddress.nullish().describe('Address of the delivery; null for a collection.'),
  payment_method: z.string().nullish().describe('How the order is paid, such as card or bank_transfer.'),
  shipping_method: z.string().nullish().describe('Delivery service that the customer chose.'),
  carrier: z.string().nullish().describe('Carrier of the parcel, once it is handed over.'),
  tracking_number: z.string().nullish().describe("The carrier's tracking number, once the order is shipped."),
  tracking_url: z.url().nullish().describe('Where the parcel can be followed.'),
  customer_note: personal(z.string().nullish().describe('What the customer wrote for the store.')),
  cancel_reason: z.string().nullish().describe('Why the order was cancelled.'),
  fbclid: personal(z.string().nullish().describe('Click id of the advertisement that led to the order.')),
  paid_at: instant.nullish().describe('When the payment was registered.'),
  approved_at: instant.nullish().describe('When the order was approved.'),
  finalized_at: instant.nullish().describe('When lines and prices became final.'),
  picked_at: instant.nullish().describe('When picking was completed.'),
  packed_at: instant.nullish().describe('When packing was completed.'),
  shipped_at: instant.nullish().describe('When the parcel went to the carrier.'),
  completed_at: instant.nullish().describe('When nothing was left to do.'),
  cancelled_at: instant.nullish().describe('When the order was cancelled.'),
  created_at: instant.optional().describe('When the order was placed.'),
  updated_at: instant.optional().describe('When the order last changed.'),
})
