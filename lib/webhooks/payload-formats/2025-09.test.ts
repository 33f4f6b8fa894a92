import { describe, expect, it } from 'vitest'
import { format202509 } from './2025-09'
import type { PayloadEvent } from './format'
import { getPayloadFormat } from './registry'

const order: PayloadEvent = {
  publicId: 'evt_01h455vb4pex5vsknk084sn02q',
  storeId: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'order.shipped',
  occurredAt: new Date('2022-01-17T16:00:00.999Z'),
  data: '{"object":{"id":123,"customer_email":"ann@example.com","status":"shipped","total":12.5,"note":"Žluťoučký kůň 🎉 \\"quoted\\" \\u0000"}}',
  isTest: false,
}

describe('format 2025-09', () => {
  it('writes an order, to the letter', () => {
    expect(format202509.format(order)).toBe(
      '{"id":"evt_01h455vb4pex5vsknk084sn02q","type":"order.shipped","created":1642435200,"timestamp":"2022-01-17T16:00:00Z","api_version":"2025-09","data":{"object":{"id":123,"customer_email":"ann@example.com","status":"shipped","total":12.5,"note":"Žluťoučký kůň 🎉 \\"quoted\\" \\u0000"}}}',
    )
  })

  it('writes a test event, to the letter', () => {
    expect(
      format202509.format({ ...order, type: 'session.created', data: '{"object":{}}', isTest: true }),
    ).toBe(
      '{"id":"evt_01h455vb4pex5vsknk084sn02q","type":"session.created","created":1642435200,"timestamp":"2022-01-17T16:00:00Z","api_version":"2025-09","data":{"object":{}},"test":true}',
    )
  })

  it.each<[string, Partial<PayloadEvent>]>([
    ['an order', {}],
    ['a test event', { isTest: true }],
    ['the first instant', { occurredAt: new Date(0) }],
    ['the last second', { occurredAt: new Date('9999-12-31T23:59:59.999Z') }],
    ['keys that look like numbers', { data: JSON.stringify(JSON.parse('{"object":{"b":1,"2":2,"1":3}}')) }],
    ['a key called __proto__', { data: '{"object":{"__proto__":{"a":1}}}' }],
    ['numbers in every notation', { data: JSON.stringify(JSON.parse('{"object":[1e3,-0,1.50,1E-7,0.1]}')) }],
    ['half a character', { data: JSON.stringify({ object: '\ud800' }) }],
  ])('is what a receiver gets that parses and writes it again: %s', (_, changes) => {
    const payload = format202509.format({ ...order, ...changes })
    expect(JSON.stringify(JSON.parse(payload))).toBe(payload)
  })

  it('says the instant twice, in whole seconds', () => {
    const { created, timestamp } = JSON.parse(format202509.format(order))
    expect(new Date(timestamp).getTime()).toBe(created * 1000)
  })

  it('is in the registry as JSON', () => {
    expect(getPayloadFormat('2025-09')).toBe(format202509)
    expect(format202509.contentType).toBe('application/json')
    expect(getPayloadFormat('2025-08')).toBeUndefined()
    expect(getPayloadFormat('constructor')).toBeUndefined()
  })
})
