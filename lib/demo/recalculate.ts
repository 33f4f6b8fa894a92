import { z } from 'zod'
import type { ProductLine } from './products'

const line = z.looseObject({
  quantity: z.number(),
  unit_price: z.number(),
  total: z.number(),
  tax_rate: z.number().nullish(),
})
const withMoney = z.looseObject({
  line_items: z.array(line).optional(),
  lines: z.array(line).optional(),
  subtotal: z.number().optional(),
  discount_total: z.number().optional(),
  shipping_total: z.number().optional(),
  amount_paid: z.number().optional(),
})

type Fields = Record<string, unknown>

const SHOP_TAX_RATE = 20

/**
 * Puts the bought products in place of the sample's, and makes all sums of the object right for its lines. Which
 * sums there are, and the share of the discount, stay as in the sample.
 */
export function recalculate(object: Fields, bought: readonly ProductLine[], firstLineId: number): Fields {
  const sample = withMoney.parse(object)
  const replaced = sample.line_items ? replaceLines(sample.line_items, bought, firstLineId) : undefined
  const lines = replaced ?? sample.lines?.map((each) => ({ ...each, total: each.quantity * each.unit_price }))
  if (!lines) return object

  const subtotal = sum(lines.map((each) => each.total))
  const discount = Math.round(subtotal * ((sample.discount_total ?? 0) / (sample.subtotal || 1)))
  const total = subtotal - discount + (sample.shipping_total ?? 0)
  const tax = replaced
    ? contained(total, SHOP_TAX_RATE)
    : sum(lines.map((each) => contained(each.total, each.tax_rate ?? 0)))
  const paid = sample.amount_paid ? total : 0
  const sums: Fields = {
    subtotal,
    discount_total: discount,
    total,
    tax_total: tax,
    amount_paid: paid,
    amount_due: total - paid,
    refund_total: subtotal,
    item_count: sum(lines.map((each) => each.quantity)),
  }
  const present = Object.entries(sums).filter(([key]) => key in object)
  const changed = { ...object, ...Object.fromEntries(present), [replaced ? 'line_items' : 'lines']: lines }
  return object.added_item ? { ...changed, added_item: lines.at(-1) } : changed
}

function replaceLines(
  samples: readonly z.infer<typeof line>[],
  bought: readonly ProductLine[],
  firstId: number,
) {
  const [like] = samples
  // A return takes back one piece of the first line.
  const isReturn = like !== undefined && 'reason' in like
  const taken = isReturn ? bought.slice(0, 1).map(({ product }) => ({ product, quantity: 1 })) : bought
  return taken.map(({ product, quantity }, index) => ({
    ...like,
    id: firstId + index,
    product_id: product.id,
    sku: product.sku,
    name: product.name,
    quantity,
    unit_price: product.price,
    total: quantity * product.price,
  }))
}

function contained(gross: number, rate: number): number {
  return Math.round((gross * rate) / (100 + rate))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
