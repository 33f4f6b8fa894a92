import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findDataProblem } from '@/lib/webhooks/event-data'
import { eventTypes, getEventType } from '@/lib/webhooks/event-types/catalogue'
import type { BuiltInEventType } from '@/lib/webhooks/event-types/define-event-type'
import { createRandom } from './random'
import { createSubject } from './subject'
import { varySample } from './vary-sample'

const at = Date.parse('2026-05-04T10:20:30.000Z')
const seeds = Array.from({ length: 12 }, (_, seed) => seed)

const money = z.object({
  line_items: z.array(z.object({ quantity: z.int(), unit_price: z.int(), total: z.int() })).optional(),
  lines: z.array(z.object({ quantity: z.int(), unit_price: z.int(), total: z.int() })).optional(),
  subtotal: z.int().optional(),
  discount_total: z.int().optional(),
  shipping_total: z.int().optional(),
  tax_total: z.int().optional(),
  total: z.int().optional(),
  refund_total: z.int().optional(),
  amount_paid: z.int().optional(),
  amount_due: z.int().optional(),
})

function vary(type: BuiltInEventType, seed: number, number = 20_000 + seed) {
  return varySample(type, createSubject(createRandom(seed), number), at)
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
}

function typeOf(name: string): BuiltInEventType {
  const type = getEventType(name)
  if (!type) throw new Error(name)
  return type
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe.each(eventTypes.map((type) => [type.name, type] as const))('a varied %s', (_, type) => {
  it('is valid, and has the fields of the sample', () => {
    for (const seed of seeds) {
      const object = vary(type, seed)
      expect(type.schema.parse(object)).toEqual(object)
      expect(Object.keys(object)).toEqual(Object.keys(type.sample))
      expect(findDataProblem({ object })).toBeNull()
    }
  })

  it('is not the sample, and not the same twice', () => {
    const texts = seeds.map((seed) => JSON.stringify(vary(type, seed)))
    expect(texts).not.toContain(JSON.stringify(type.sample))
    expect(new Set(texts).size).toBeGreaterThan(1)
  })

  it('names nobody of the sample, and nothing outside fiction', () => {
    for (const leaf of leaves(vary(type, 1))) {
      if (typeof leaf !== 'string') continue
      expect(leaf).not.toMatch(/Maya|Oliver|Thornton|Banerjee|northgate|Leeds|B117/i)
      if (leaf.includes('@')) expect(leaf).toMatch(/@(example\.com|nordlicht\.example)$/)
      if (leaf.startsWith('+')) expect(leaf).toMatch(/^\+493023125\d{3}$/)
    }
  })

  it('happened when it is said to', () => {
    const instants = leaves(vary(type, 2)).filter(
      (leaf) => typeof leaf === 'string' && /^\d{4}-\d\d-\d\dT/.test(leaf),
    )
    expect(instants.sort().at(-1)).toBe('2026-05-04T10:20:30Z')
  })

  it('has sums that add up', () => {
    const object = money.parse(vary(type, 3))
    const lines = object.line_items ?? object.lines
    if (!lines) return
    for (const line of lines) expect(line.total).toBe(line.quantity * line.unit_price)
    const subtotal = sum(lines.map((line) => line.total))
    const total = subtotal - (object.discount_total ?? 0) + (object.shipping_total ?? 0)
    expect(object.subtotal ?? subtotal).toBe(subtotal)
    expect(object.total ?? object.refund_total).toBe(total)
    if (object.amount_due !== undefined) expect(object.amount_due).toBe(total - (object.amount_paid ?? 0))
  })
})

describe('the events of one subject', () => {
  const subject = createSubject(createRandom(5), 31_337)

  it.each([
    ['order.created', { id: 31_337, number: 'NL-31337' }],
    ['order.shipped', { id: 31_337, number: 'NL-31337' }],
    ['return.created', { order_id: 31_337, order_number: 'NL-31337', number: 'RMA-31337' }],
    ['invoice.paid', { number: 'INV-2026-31337' }],
  ])('share its number: %s', (name, expected) => {
    expect(varySample(typeOf(name), subject, at)).toMatchObject(expected)
  })

  it('share ids, customer and goods', () => {
    const created = varySample(typeOf('order.created'), subject, at)
    const paid = varySample(typeOf('order.paid'), subject, at)
    for (const field of ['customer', 'customer_email', 'line_items', 'total', 'shipping_address']) {
      expect(paid[field]).toEqual(created[field])
    }
    const invoice = varySample(typeOf('invoice.created'), subject, at)
    const contact = varySample(typeOf('contact.created'), subject, at)
    expect(invoice).toMatchObject({ contact_id: contact.id, customer_email: contact.email })
    const other = createSubject(createRandom(6), 31_338)
    expect(varySample(typeOf('invoice.created'), other, at).id).not.toBe(invoice.id)
  })

  it('repeat what earlier ones told, and put nothing before the beginning', () => {
    const known = { created_at: '2026-05-04T10:00:00Z', paid_at: '2026-05-04T10:00:20Z' }
    expect(varySample(typeOf('order.picked'), subject, at, known)).toMatchObject({
      ...known,
      approved_at: known.created_at,
      picked_at: '2026-05-04T10:20:30Z',
      shipped_at: null,
    })
  })
})
