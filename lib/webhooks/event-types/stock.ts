import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { site } from './site'

const stockMovement = z.looseObject({
  id: identifier.describe('Id of the movement.'),
  product_id: identifier.describe('Id of the product.'),
  sku: z.string().nullish().describe('Stock keeping unit of the product.'),
  name: z.string().optional().describe('Name of the product.'),
  location: site.describe('Where the stock is; for a transfer, where it came from.'),
  to_location: site.nullish().describe('Where a transfer went; null for anything else.'),
  quantity_change: z.int().describe('Pieces added to the location, negative if taken away.'),
  quantity_on_hand: z.int().describe('Pieces at the location after the movement.'),
  quantity_reserved: z.int().optional().describe('Of these, pieces promised to orders.'),
  quantity_available: z.int().optional().describe('On hand less reserved: what can still be sold.'),
  low_stock_threshold: z.int().nullish().describe('Stock counts as low when no more than this is available.'),
  reason: z.string().nullish().describe('Why the stock moved, such as purchase, count, damage or sale.'),
  reference: z.string().nullish().describe('Number of the purchase order, count or order behind it.'),
  occurred_at: instant.describe('When the stock moved.'),
})

const inventory = z.looseObject({
  product_id: identifier.describe('Id of the product.'),
  sku: z.string().nullish().describe('Stock keeping unit of the product.'),
  name: z.string().optional().describe('Name of the product.'),
  quantity_before: z.int().nullish().describe('Pieces over all locations before the change.'),
  quantity: z.int().describe('Pieces over all locations now.'),
  in_stock: z.boolean().optional().describe('Whether customers can buy the product now.'),
  locations: z
    .array(site.extend({ quantity: z.int().describe('Pieces at this location.') }))
    .optional()
    .describe('The quantity by location.'),
  changed_at: instant.describe('When the inventory changed.'),
})

const warehouse = { id: 2, name: 'Leeds warehouse' }
const shopFloor = { id: 5, name: 'Leeds shop floor' }

/** Stock movements in the words of seed 003, and seed 004's "inventory changed". */
export const stock = defineCategory('stock', 'Stock', [
  defineObject({
    name: 'stock',
    schema: stockMovement,
    sample: {
      id: 88214,
      product_id: 3407,
      sku: 'LOCK-DISC-70',
      name: 'Disc padlock, 70 mm, stainless steel',
      location: warehouse,
      to_location: null,
      quantity_change: 120,
      quantity_on_hand: 134,
      quantity_reserved: 6,
      quantity_available: 128,
      low_stock_threshold: 20,
      reason: 'purchase',
      reference: 'PO-2026-0031',
      occurred_at: '2026-01-09T08:25:17Z',
    },
    types: {
      received: 'Goods arrived and were booked into a location.',
      adjusted: {
        description: 'A stock quantity was corrected by hand, after a count or a loss.',
        sample: {
          id: 88260,
          quantity_change: -2,
          quantity_on_hand: 132,
          quantity_available: 126,
          reason: 'count',
          reference: 'COUNT-2026-01',
          occurred_at: '2026-01-10T17:05:00Z',
        },
      },
      transferred: {
        description: 'Stock was moved from one location to another.',
        sample: {
          id: 88275,
          to_location: shopFloor,
          quantity_change: -40,
          quantity_on_hand: 92,
          quantity_available: 86,
          reason: 'transfer',
          reference: 'TR-0418',
          occurred_at: '2026-01-12T09:30:44Z',
        },
      },
      low: {
        description: 'The available stock of a product fell to its threshold or below.',
        sample: {
          id: 88931,
          location: shopFloor,
          quantity_change: -1,
          quantity_on_hand: 22,
          quantity_reserved: 3,
          quantity_available: 19,
          reason: 'sale',
          reference: 'NG-10482',
          occurred_at: '2026-01-16T09:05:47Z',
        },
      },
    },
  }),
  defineObject({
    name: 'inventory',
    schema: inventory,
    sample: {
      product_id: 3407,
      sku: 'LOCK-DISC-70',
      name: 'Disc padlock, 70 mm, stainless steel',
      quantity_before: 115,
      quantity: 114,
      in_stock: true,
      locations: [
        { ...warehouse, quantity: 92 },
        { ...shopFloor, quantity: 22 },
      ],
      changed_at: '2026-01-16T09:05:47Z',
    },
    types: {
      changed: 'The quantity of a product changed, whatever the cause and the location.',
    },
  }),
])
