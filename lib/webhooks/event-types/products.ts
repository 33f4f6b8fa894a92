import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { currency, minorUnits } from './money'

const image = z.looseObject({
  url: z.url().describe('Where the picture is.'),
  alt: z.string().nullish().describe('What the picture shows, for those who cannot see it.'),
})

const product = z.looseObject({
  id: identifier.describe('Id of the product.'),
  sku: z.string().nullish().describe('Stock keeping unit.'),
  name: z.string().describe('Name that customers see.'),
  description: z.string().nullish().describe('Text of the product page.'),
  status: z.enum(['draft', 'active', 'archived']).optional().describe('Whether the product is on sale.'),
  currency: currency.optional(),
  price: minorUnits.optional().describe('Price of one piece, tax included.'),
  compare_at_price: minorUnits.nullish().describe('Price before the reduction; null if there is none.'),
  tax_rate: z.number().nullish().describe('Tax rate in per cent that the price includes.'),
  brand: z.string().nullish().describe('Brand or maker.'),
  barcode: z.string().nullish().describe('GTIN (EAN or UPC) on the package.'),
  category_ids: z.array(identifier).optional().describe('Categories that the product is in.'),
  weight_grams: z.int().nullish().describe('Weight with its package, in grams.'),
  stock_quantity: z.int().nullish().describe('Pieces on hand over all locations; null if not counted.'),
  low_stock_threshold: z.int().nullish().describe('Stock counts as low when no more than this is available.'),
  url: z.url().nullish().describe('Product page in the store.'),
  images: z.array(image).optional().describe('Pictures, the main one first.'),
  created_at: instant.optional().describe('When the product was created.'),
  updated_at: instant.optional().describe('When the product last changed.'),
  deleted_at: instant.nullish().describe('When the product was deleted.'),
})

/** Products, in the words of seed 003; seed 004's "product changed" is created and updated. */
export const products = defineCategory('products', 'Products', [
  defineObject({
    name: 'product',
    schema: product,
    sample: {
      id: 3407,
      sku: 'LOCK-DISC-70',
      name: 'Disc padlock, 70 mm, stainless steel',
      description: 'Shrouded shackle, two keys. Fits every unit door on our sites.',
      status: 'active',
      currency: 'GBP',
      price: 1495,
      compare_at_price: null,
      tax_rate: 20,
      brand: 'Harrow & Pike',
      barcode: '5012345678900',
      category_ids: [41, 57],
      weight_grams: 385,
      stock_quantity: 14,
      low_stock_threshold: 20,
      url: 'https://shop.northgate.example/products/disc-padlock-70',
      images: [
        {
          url: 'https://cdn.northgate.example/products/3407/front.jpg',
          alt: 'Round steel padlock with its two keys',
        },
      ],
      created_at: '2026-01-08T10:15:30Z',
      updated_at: '2026-01-08T10:15:30Z',
      deleted_at: null,
    },
    types: {
      created: 'A new product was added to the store, as a draft or on sale.',
      updated: {
        description: 'A product changed: its price, texts, pictures, status or categories.',
        sample: {
          price: 1295,
          compare_at_price: 1495,
          stock_quantity: 114,
          updated_at: '2026-01-20T16:41:08Z',
        },
      },
      deleted: {
        description: 'A product was removed from the store for good.',
        sample: {
          status: 'archived',
          stock_quantity: 0,
          updated_at: '2026-02-02T09:20:11Z',
          deleted_at: '2026-02-02T09:20:11Z',
        },
      },
    },
  }),
])
