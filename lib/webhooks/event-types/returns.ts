import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { lineItem } from './line-item'
import { currency, minorUnits } from './money'
import { person } from './person'
import { personal } from './personal'
import { postalAddress } from './postal-address'
import { basket } from './sample-basket'
import { maya, mayaAddress } from './sample-world'

const returnLine = lineItem.extend({
  reason: z.string().nullish().describe('Why the customer sends it back.'),
})

const returnRequest = z.looseObject({
  id: identifier.describe('Id of the return.'),
  number: z.string().optional().describe('Return number that the customer writes on the parcel.'),
  status: z
    .enum(['requested', 'approved', 'received', 'refunded', 'rejected'])
    .describe('Where the return stands.'),
  order_id: identifier.describe('Order that the goods came with.'),
  order_number: z.string().optional().describe('Number of that order.'),
  customer_email: personal(z.email().nullish().describe('E-mail address of the customer.')),
  customer: person.nullish().describe('Who sends the goods back.'),
  pickup_address: postalAddress.nullish().describe('Where the parcel is collected; null if it is sent in.'),
  line_items: z.array(returnLine).describe('What comes back.'),
  resolution: z
    .enum(['refund', 'exchange', 'store_credit'])
    .nullish()
    .describe('What the customer wants for it.'),
  currency: currency.optional(),
  refund_total: minorUnits.optional().describe('Sum of the line totals: what is paid back.'),
  comment: personal(z.string().nullish().describe('What the customer wrote.')),
  created_at: instant.optional().describe('When the return was requested.'),
  updated_at: instant.optional().describe('When the return last changed.'),
})

/** Return requests (seed 004). */
export const returns = defineCategory('returns', 'Returns', [
  defineObject({
    name: 'return',
    schema: returnRequest,
    sample: {
      id: 2041,
      number: 'RMA-2041',
      status: 'requested',
      order_id: 10482,
      order_number: 'NG-10482',
      customer_email: maya.email,
      customer: maya,
      pickup_address: mayaAddress,
      line_items: basket.slice(0, 1).map((line) => ({
        ...line,
        quantity: 1,
        total: line.unit_price,
        reason: 'Ordered too many',
      })),
      resolution: 'refund',
      currency: 'GBP',
      refund_total: 2495,
      comment: 'One pack is still sealed, I can be home on Friday after four.',
      created_at: '2026-01-21T12:14:33Z',
      updated_at: '2026-01-21T12:14:33Z',
    },
    types: {
      created: 'A customer asked to send back all or part of an order.',
    },
  }),
])
