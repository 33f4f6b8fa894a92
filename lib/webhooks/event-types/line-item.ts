import { z } from 'zod'
import { identifier } from './identifier'
import { minorUnits } from './money'

/** A product line of an order, a cart or a checkout. Prices include tax. */
export const lineItem = z.looseObject({
  id: identifier.describe('Id of the line.'),
  product_id: identifier.nullish().describe('Id of the product; null for a free line.'),
  sku: z.string().nullish().describe('Stock keeping unit as it was when the line was made.'),
  name: z.string().describe('Name of the product as the customer saw it.'),
  quantity: z.int().describe('How many pieces.'),
  unit_price: minorUnits.describe('Price of one piece, tax included.'),
  total: minorUnits.describe('Quantity times unit price.'),
})

/** A line of a document about money: an invoice, a credit note, a subscription. Prices include tax. */
export const billingLine = z.looseObject({
  id: identifier.describe('Id of the line.'),
  description: z.string().describe('What is charged or credited.'),
  quantity: z.int().describe('How many.'),
  unit_price: minorUnits.describe('Price of one, tax included.'),
  tax_rate: z.number().nullish().describe('Tax rate in per cent that the price includes.'),
  total: minorUnits.describe('Quantity times unit price.'),
})
