import { describe, expect, it } from 'vitest'
import { deliveryQuery, statisticsQuery } from './delivery'
import { createResendSchema } from './resend'

describe('a query of the log', () => {
  it.each([
    { limit: '1' },
    { limit: '100' },
    { http_status: '100' },
    { http_status: '999' },
    { q: ' x ' },
    { since: '2025-02-22T14:41:00Z', until: '2025-02-22T14:41:00+01:00' },
    { status: 'retrying', error: 'smtp_error' },
  ])('may be %j', (query) => {
    expect(deliveryQuery.safeParse(query).success).toBe(true)
  })

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '1.5' },
    { limit: '-1' },
    { http_status: '0' },
    { http_status: '99' },
    { http_status: '1000' },
    { q: '' },
    { q: ' \t' },
    { q: 'x'.repeat(201) },
    { since: '2025-02-22' },
    { until: '2025-02-30T00:00:00Z' },
    { status: 'sent' },
    { error: 'none' },
    { limit: ['1', '2'] },
    { colour: 'red' },
  ])('may not be %j', (query) => {
    expect(deliveryQuery.safeParse(query).success).toBe(false)
  })
})

it.each([
  ['1', true],
  ['90', true],
  ['0', false],
  ['91', false],
])('statistics of %s days: %s', (days, isAccepted) => {
  expect(statisticsQuery.safeParse({ days }).success).toBe(isAccepted)
})

it('a resend of all that a search for spaces finds is refused', () => {
  expect(createResendSchema.safeParse({ filter: { q: '  ' } }).success).toBe(false)
  expect(createResendSchema.safeParse({ filter: { q: 'ord_1' } }).success).toBe(true)
})
