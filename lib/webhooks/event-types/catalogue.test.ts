import { describe, expect, it } from 'vitest'
import { dashedEventNames, eventCategories, eventTypes, getEventType, isEventTypeName } from './catalogue'

const expected = {
  Orders: `order.created order.updated order.completed order.finalized order.picked order.packed order.shipped
    order.cancelled order.status_changed order.paid order.approved`,
  Products: 'product.created product.updated product.deleted',
  Categories: 'category.created category.updated category.deleted',
  Stock: 'stock.received stock.adjusted stock.transferred stock.low inventory.changed',
  'Cart and checkout': `cart.item_added cart.updated checkout.cart_viewed checkout.address_viewed
    checkout.shipping_viewed checkout.approval_viewed checkout.thank_you_viewed`,
  Customers: 'customer.created session.created newsletter.subscribed',
  Returns: 'return.created',
  Contacts: 'contact.created contact.updated',
  Contracts: 'contract.created contract.signed',
  Coupons: 'coupon.created coupon.updated',
  'Credit notes': 'credit_note.created credit_note.updated',
  Deals: 'deal.created deal.lost deal.reopened deal.updated deal.won',
  'Identity verification': `identity_verification.cancelled identity_verification.failed
    identity_verification.processing identity_verification.succeeded`,
  Invoices: 'invoice.created invoice.finalized invoice.marked_uncollectible invoice.paid invoice.updated',
  Notes: 'note.created note.updated',
  'Protection levels': 'protection_level.created protection_level.updated',
  Subscriptions: 'subscription.cancelled subscription.created subscription.ended subscription.started',
  Tasks: 'task.completed task.created task.reopened task.updated',
  Tenancies: 'tenancy.created tenancy.started',
  Units: `unit.available unit.created unit.deallocated unit.occupied unit.overlocked unit.repossessed
    unit.reserved unit.unavailable unit.updated`,
  'Unit types': 'unit_type.created unit_type.updated',
}

describe('the catalogue', () => {
  it('has these types in these categories, in this order', () => {
    const actual = eventCategories.map(({ label, types }) => [label, types.map((type) => type.name)])
    expect(actual).toEqual(Object.entries(expected).map(([label, names]) => [label, names.split(/\s+/)]))
  })

  it('lists the types flat in the same order, each with its category', () => {
    expect(eventTypes).toEqual(eventCategories.flatMap((category) => category.types))
    for (const { id, label, types } of eventCategories) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      for (const type of types) expect(type.category).toEqual({ id, label })
    }
  })

  it('names no type, category or description twice', () => {
    for (const values of [
      eventTypes.map((type) => type.name),
      eventTypes.map((type) => type.description),
      eventCategories.map((category) => category.id),
    ]) {
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([])
    }
  })

  it('uses one schema for all types of an object', () => {
    const schemas = new Set(eventTypes.map((type) => type.schema))
    expect(schemas.size).toBe(new Set(eventTypes.map((type) => type.object)).size)
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))(
    'describes %s in a sentence',
    (name, type) => {
      expect(name).toMatch(/^[a-z_]+\.[a-z_]+$/)
      expect(name.startsWith(`${type.object}.`)).toBe(true)
      expect(type.description).toMatch(/^[A-Z][^.]{18,138}\.$/)
    },
  )
})

describe('looking a type up', () => {
  it.each(eventTypes.map((type) => [type.name, type] as const))('finds %s', (name, type) => {
    expect(getEventType(name)).toBe(type)
    expect(isEventTypeName(name)).toBe(true)
  })

  it.each(['', 'order', 'order.', 'order.Paid', 'order.paid ', 'order-created', '__proto__', 'toString'])(
    'does not know %j',
    (name) => {
      expect(getEventType(name)).toBeUndefined()
      expect(isEventTypeName(name)).toBe(false)
    },
  )

  it('translates the dashed names of seed 002', () => {
    expect(Object.keys(dashedEventNames).sort()).toEqual([
      'order-created',
      'order-updated',
      'session-created',
    ])
    for (const [dashed, name] of Object.entries(dashedEventNames)) {
      expect(name).toBe(dashed.replace('-', '.'))
      expect(isEventTypeName(name)).toBe(true)
    }
  })
})
