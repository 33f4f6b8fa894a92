import { defineCategory, defineObject } from './define-event-type'
import { order } from './order-schema'
import { basket } from './sample-basket'
import { maya, mayaAddress } from './sample-world'

const sample = {
  id: 10482,
  number: 'NG-10482',
  status: 'new',
  previous_status: null,
  customer_email: maya.email,
  customer: maya,
  currency: 'GBP',
  line_items: basket,
  subtotal: 7784,
  discount_total: 778,
  shipping_total: 495,
  tax_total: 1250,
  total: 7501,
  coupon_codes: ['NEWYEAR10'],
  billing_address: mayaAddress,
  shipping_address: mayaAddress,
  payment_method: 'card',
  shipping_method: 'UPS Standard',
  carrier: null,
  tracking_number: null,
  tracking_url: null,
  customer_note: 'Please ring the bell for flat 3, the street door sticks.',
  cancel_reason: null,
  fbclid: null,
  paid_at: null,
  approved_at: null,
  finalized_at: null,
  picked_at: null,
  packed_at: null,
  shipped_at: null,
  completed_at: null,
  cancelled_at: null,
  created_at: '2026-01-15T18:42:09Z',
  updated_at: '2026-01-15T18:42:09Z',
}

const afterPayment = {
  status: 'paid',
  previous_status: 'new',
  paid_at: '2026-01-15T18:42:31Z',
  updated_at: '2026-01-15T18:42:31Z',
}
const afterApproval = {
  ...afterPayment,
  status: 'approved',
  previous_status: 'paid',
  approved_at: '2026-01-15T18:45:02Z',
  updated_at: '2026-01-15T18:45:02Z',
}
const afterFinalizing = {
  ...afterApproval,
  status: 'finalized',
  previous_status: 'approved',
  finalized_at: '2026-01-16T07:30:00Z',
  updated_at: '2026-01-16T07:30:00Z',
}
const afterPicking = {
  ...afterFinalizing,
  status: 'picked',
  previous_status: 'finalized',
  picked_at: '2026-01-16T09:05:47Z',
  updated_at: '2026-01-16T09:05:47Z',
}
const afterPacking = {
  ...afterPicking,
  status: 'packed',
  previous_status: 'picked',
  packed_at: '2026-01-16T10:38:15Z',
  updated_at: '2026-01-16T10:38:15Z',
}
const afterShipping = {
  ...afterPacking,
  status: 'shipped',
  previous_status: 'packed',
  carrier: 'UPS',
  tracking_number: '1Z999AA10123456784',
  tracking_url: 'https://tracking.example.com/1Z999AA10123456784',
  shipped_at: '2026-01-16T14:20:00Z',
  updated_at: '2026-01-16T14:20:00Z',
}

/** Orders, in the words of seeds 001 to 004. */
export const orders = defineCategory('orders', 'Orders', [
  defineObject({
    name: 'order',
    schema: order,
    sample,
    types: {
      created: 'A customer placed an order, whether or not it is paid yet.',
      updated: {
        description: 'Anything about an order changed: its lines, an address, a note or its status.',
        sample: {
          ...afterPayment,
          customer_note: 'Please leave the parcel with Flat 2 if nobody is in.',
          updated_at: '2026-01-15T19:10:54Z',
        },
      },
      completed: {
        description: 'An order was handed over in full and nothing is left to do for it.',
        sample: {
          ...afterShipping,
          status: 'completed',
          previous_status: 'shipped',
          completed_at: '2026-01-19T11:02:38Z',
          updated_at: '2026-01-19T11:02:38Z',
        },
      },
      finalized: {
        description: 'The lines and prices of an order became final and can no longer be changed.',
        sample: afterFinalizing,
      },
      picked: {
        description: 'All items of an order were taken from the shelves.',
        sample: afterPicking,
      },
      packed: {
        description: 'An order was packed and is ready for the carrier.',
        sample: afterPacking,
      },
      shipped: {
        description: 'An order was handed to the carrier and has a tracking number.',
        sample: afterShipping,
      },
      cancelled: {
        description: 'An order was cancelled by the customer or the store and will not be shipped.',
        sample: {
          ...afterPayment,
          status: 'cancelled',
          previous_status: 'paid',
          cancel_reason: 'Ordered twice by mistake',
          cancelled_at: '2026-01-15T20:03:26Z',
          updated_at: '2026-01-15T20:03:26Z',
        },
      },
      status_changed: {
        description: 'An order moved from one status to another, the store’s own statuses included.',
        sample: {
          ...afterApproval,
          status: 'awaiting_stock',
          previous_status: 'approved',
          updated_at: '2026-01-16T08:12:40Z',
        },
      },
      paid: {
        description: 'The payment of an order was registered.',
        sample: afterPayment,
      },
      approved: {
        description: 'An order passed its final check and may be fulfilled.',
        sample: afterApproval,
      },
    },
  }),
])
