import { describe, expect, it } from 'vitest'
import { order } from './order-schema'

const seedOrder = {
  id: 123,
  customer_email: 'customer@example.com',
  status: 'shipped',
  tracking_number: '1Z999AA10123456784',
  shipped_at: '2026-01-16T14:20:00Z',
}

describe('the schema of an order', () => {
  it.each([
    ['the object of seed 003', seedOrder],
    ['ids that are strings', { ...seedOrder, id: 'ord_531844f4c4837d61' }],
    ["a store's own status", { ...seedOrder, status: 'Afventer lager' }],
    ["a store's own fields, kept as they are", { ...seedOrder, gift: { wrap: true }, tags: ['vip'] }],
    ['a time with an offset', { ...seedOrder, shipped_at: '2026-01-16T15:20:00+01:00' }],
  ])('accepts %s', (_case, object) => {
    expect(order.parse(object)).toEqual(object)
  })

  it.each([
    ['no id', { status: 'shipped' }],
    ['an id that is no integer', { ...seedOrder, id: 1.5 }],
    ['an id beyond 2^53', { ...seedOrder, id: 2 ** 53 }],
    ['no e-mail address', { ...seedOrder, customer_email: '[email protected]' }],
    ['a fraction of a penny', { ...seedOrder, total: 75.01 }],
    ['a currency in words', { ...seedOrder, currency: 'pounds' }],
    ['a day for an instant', { ...seedOrder, shipped_at: '2026-01-16' }],
  ])('refuses %s', (_case, object) => {
    expect(order.safeParse(object).success).toBe(false)
  })
})
