import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventTypes, getEventType } from './catalogue'
import type { BuiltInEventType } from './define-event-type'

const money = z.object({
  line_items: z.array(z.object({ quantity: z.int(), unit_price: z.int(), total: z.int() })).optional(),
  lines: z
    .array(
      z.object({ quantity: z.int(), unit_price: z.int(), total: z.int(), tax_rate: z.number().optional() }),
    )
    .optional(),
  item_count: z.int().optional(),
  subtotal: z.int().optional(),
  discount_total: z.int().optional(),
  shipping_total: z.int().optional(),
  tax_total: z.int().optional(),
  total: z.int().optional(),
  refund_total: z.int().optional(),
  amount_paid: z.int().optional(),
  amount_due: z.int().optional(),
})

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

const named = (types: readonly BuiltInEventType[]) => types.map((type) => [type.name, type] as const)

/** Differences between the keys of a value and of its schema, on every level. */
function keyFaults(schema: z.core.$ZodType, value: unknown, path: string): string[] {
  if (value === null || value === undefined) return []
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return keyFaults(schema.unwrap(), value, path)
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((element, index) => keyFaults(schema.element, element, `${path}/${index}`))
  }
  if (!(schema instanceof z.ZodObject)) return []
  const fields = new Map(Object.entries(value))
  const faults = [...fields.keys()]
    .filter((key) => !(key in schema.shape))
    .map((key) => `${path}/${key} unknown`)
  for (const [key, field] of Object.entries(schema.shape)) {
    // Inside a line or a person a field may be left out; of the object itself the sample shows all.
    if (path === '' && !fields.has(key)) faults.push(`/${key} missing`)
    faults.push(...keyFaults(field, fields.get(key), `${path}/${key}`))
  }
  return faults
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
}

describe.each(named(eventTypes))('the sample of %s', (_name, type) => {
  it('parses unchanged against its schema', () => {
    expect(type.schema.parse(type.sample)).toEqual(type.sample)
  })

  it('shows every field of the schema and no other', () => {
    expect(keyFaults(type.schema, type.sample, '')).toEqual([])
  })

  it('survives JSON, byte for byte', () => {
    const json = JSON.stringify(type.sample)
    expect(JSON.parse(json)).toStrictEqual(type.sample)
    expect(JSON.stringify(JSON.parse(json))).toBe(json)
    expect(
      leaves(type.sample).filter((value) => Number.isInteger(value) && !Number.isSafeInteger(value)),
    ).toEqual([])
  })

  it('holds e-mail addresses, links and phone numbers set aside for fiction', () => {
    for (const value of leaves(type.sample).filter((leaf) => typeof leaf === 'string')) {
      if (value.includes('@')) expect(value).toMatch(/@(example\.com|[a-z]+\.example)$/)
      if (value.startsWith('http')) expect(new URL(value).hostname).toMatch(/(^|\.)example(\.com)?$/)
      if (value.startsWith('+')) expect(value).toMatch(/^\+44(7700900\d{3}|1632960\d{3})$/)
    }
  })

  it('was never changed before it was created', () => {
    const { created_at, updated_at } = z
      .object({ created_at: z.string().optional(), updated_at: z.string().optional() })
      .parse(type.sample)
    if (created_at && updated_at) expect(updated_at >= created_at).toBe(true)
  })
})

const withMoney = eventTypes.filter((type) => 'line_items' in type.sample || 'lines' in type.sample)

describe('the money of samples', () => {
  it('is checked for every object with lines', () => {
    expect([...new Set(withMoney.map((type) => type.object))]).toEqual([
      'order',
      'cart',
      'checkout',
      'return',
      'credit_note',
      'invoice',
      'subscription',
    ])
  })

  it.each(named(withMoney))('adds up in %s', (_name, type) => {
    const object = money.parse(type.sample)
    const lines = object.line_items ?? object.lines ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line.total).toBe(line.quantity * line.unit_price)

    const subtotal = sum(lines.map((line) => line.total))
    expect(object.subtotal ?? subtotal).toBe(subtotal)
    const total = subtotal - (object.discount_total ?? 0) + (object.shipping_total ?? 0)
    expect(object.total ?? object.refund_total).toBe(total)
    if (object.item_count !== undefined) {
      expect(object.item_count).toBe(sum(lines.map((line) => line.quantity)))
    }
    if (object.amount_due !== undefined) expect(object.amount_due).toBe(total - (object.amount_paid ?? 0))
    if (object.tax_total === undefined) return
    const tax = object.lines
      ? sum(object.lines.map((line) => contained(line.total, line.tax_rate ?? 0)))
      : contained(total, 20)
    expect(object.tax_total).toBe(tax)
  })

  it('adds up in stock and inventory', () => {
    for (const type of eventTypes.filter(({ object }) => object === 'stock')) {
      const stock = z
        .object({ quantity_on_hand: z.int(), quantity_reserved: z.int(), quantity_available: z.int() })
        .parse(type.sample)
      expect(stock.quantity_available).toBe(stock.quantity_on_hand - stock.quantity_reserved)
    }
    const inventory = z
      .object({ quantity: z.int(), locations: z.array(z.object({ quantity: z.int() })) })
      .parse(getEventType('inventory.changed')?.sample)
    expect(inventory.quantity).toBe(sum(inventory.locations.map((location) => location.quantity)))
  })
})

const contained = (gross: number, rate: number) => Math.round((gross * rate) / (100 + rate))

describe('the state of samples', () => {
  it.each([
    ['order.created', { status: 'new', paid_at: null, shipped_at: null, tracking_number: null }],
    ['order.paid', { status: 'paid', paid_at: expect.any(String) }],
    ['order.approved', { status: 'approved', approved_at: expect.any(String) }],
    ['order.finalized', { status: 'finalized', finalized_at: expect.any(String), picked_at: null }],
    ['order.picked', { status: 'picked', picked_at: expect.any(String), packed_at: null }],
    ['order.packed', { status: 'packed', packed_at: expect.any(String), shipped_at: null }],
    [
      'order.shipped',
      { status: 'shipped', tracking_number: '1Z999AA10123456784', shipped_at: '2026-01-16T14:20:00Z' },
    ],
    ['order.completed', { status: 'completed', completed_at: expect.any(String) }],
    ['order.cancelled', { status: 'cancelled', cancelled_at: expect.any(String), shipped_at: null }],
    ['order.status_changed', { status: 'awaiting_stock', previous_status: 'approved' }],
    ['product.deleted', { deleted_at: expect.any(String) }],
    ['category.deleted', { deleted_at: expect.any(String) }],
    ['stock.transferred', { to_location: expect.any(Object), reason: 'transfer' }],
    ['stock.low', { quantity_available: 19, low_stock_threshold: 20 }],
    ['cart.item_added', { added_item: expect.any(Object) }],
    ['checkout.cart_viewed', { step: 'cart', customer_email: null, order_id: null }],
    ['checkout.address_viewed', { step: 'address', shipping_address: null }],
    ['checkout.shipping_viewed', { step: 'shipping', shipping_method: null }],
    ['checkout.approval_viewed', { step: 'approval', order_id: null }],
    ['checkout.thank_you_viewed', { step: 'thank_you', order_id: 10482 }],
    ['contract.created', { status: 'sent', signed_at: null }],
    ['contract.signed', { status: 'signed', signed_at: expect.any(String) }],
    ['deal.created', { status: 'open' }],
    ['deal.lost', { status: 'lost', lost_at: expect.any(String), lost_reason: expect.any(String) }],
    ['deal.reopened', { status: 'open', lost_at: null }],
    ['deal.won', { status: 'won', won_at: expect.any(String) }],
    ['identity_verification.processing', { status: 'processing', finished_at: null }],
    ['identity_verification.succeeded', { status: 'succeeded', finished_at: expect.any(String) }],
    ['identity_verification.failed', { status: 'failed', failure_code: 'document_expired' }],
    ['identity_verification.cancelled', { status: 'cancelled', finished_at: expect.any(String) }],
    ['invoice.created', { status: 'draft', number: null, finalized_at: null }],
    ['invoice.finalized', { status: 'open', number: 'INV-2026-0117' }],
    ['invoice.paid', { status: 'paid', amount_due: 0, paid_at: expect.any(String) }],
    [
      'invoice.marked_uncollectible',
      { status: 'uncollectible', amount_paid: 0, marked_uncollectible_at: expect.any(String) },
    ],
    ['subscription.created', { status: 'pending', started_at: null }],
    ['subscription.started', { status: 'active', started_at: expect.any(String) }],
    ['subscription.cancelled', { status: 'cancelled', cancelled_at: expect.any(String), ended_at: null }],
    ['subscription.ended', { status: 'ended', ended_at: expect.any(String) }],
    ['task.created', { status: 'open', completed_at: null }],
    ['task.completed', { status: 'completed', completed_at: expect.any(String) }],
    ['task.reopened', { status: 'open', completed_at: null }],
    ['tenancy.created', { status: 'upcoming', started_at: null }],
    ['tenancy.started', { status: 'active', started_at: expect.any(String) }],
    ['unit.created', { status: 'available', previous_status: null }],
    ['unit.available', { status: 'available' }],
    ['unit.deallocated', { status: 'available', tenancy_id: null, contact_id: null }],
    ['unit.reserved', { status: 'reserved', contact_id: expect.any(String) }],
    ['unit.occupied', { status: 'occupied', tenancy_id: expect.any(String) }],
    ['unit.overlocked', { status: 'overlocked', status_reason: expect.any(String) }],
    ['unit.repossessed', { status: 'repossessed', status_reason: expect.any(String) }],
    ['unit.unavailable', { status: 'unavailable', tenancy_id: null }],
  ])('fits %s', (name, state) => {
    expect(getEventType(name)?.sample).toMatchObject(state)
  })
})
