import { describe, expect, it } from 'vitest'
import { createEndpointSchema } from './endpoint'
import { eventSchema, idempotencyKey } from './event'
import { fieldErrors } from './field-errors'
import { text } from './text'

function faultsOf(schema: typeof createEndpointSchema, value: unknown) {
  const parsed = schema.safeParse(value, { reportInput: true })
  return parsed.success ? [] : fieldErrors(parsed.error)
}

const good = {
  name: 'Good',
  api_version: '2025-09',
  url: 'https://example.com/',
  event_types: ['order.paid'],
}

describe('what a text may hold', () => {
  it.each([
    ['plain', 'Orders to the ERP', true],
    ['letters of any script and emoji', 'Bestellungen 注文 🔔', true],
    ['tabs and lines', 'one\ttwo\nthree', true],
    ['NUL', 'a\0b', false],
    ['an escape', 'a\u001bb', false],
    ['half a character', 'a\ud800b', false],
  ])('%s: %j %s', (_, value, isAccepted) => {
    expect(text(1, 100).safeParse(value).success).toBe(isAccepted)
    expect(idempotencyKey.safeParse(value).success).toBe(isAccepted)
  })
})

describe('the faults of an input', () => {
  it('are a hundred at most, with pointers of bearable length', () => {
    const strangers = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, 0]))
    const faults = faultsOf(createEndpointSchema, { ...good, ...strangers, ['k'.repeat(10_000)]: 0 })
    expect(faults).toHaveLength(100)
    expect(Math.max(...faults.map(({ pointer }) => pointer.length))).toBeLessThan(120)
  })

  it('have pointers without halves of characters', () => {
    const keys = ['\ud800', `${'k'.repeat(99)}🔔`]
    const faults = faultsOf(createEndpointSchema, {
      ...good,
      ...Object.fromEntries(keys.map((key) => [key, 0])),
    })
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/\ufffd', `/${'k'.repeat(99)}\ufffd…`])
  })

  it('are told together, the missing event types too', () => {
    expect(faultsOf(createEndpointSchema, {}).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/name', 'required'],
      ['/api_version', 'invalid_choice'],
      ['/url', 'required'],
      ['/event_types', 'invalid'],
    ])
  })

  it('name a key that copying would lose', () => {
    const metadata: unknown = JSON.parse('{"__proto__":"x","kept":"y"}')
    expect(faultsOf(createEndpointSchema, { ...good, metadata })).toMatchObject([{ pointer: '/metadata' }])
  })
})

it('an event’s data is passed on as it is', () => {
  const data: unknown = JSON.parse('{"object":{"__proto__":{"a":1},"b":2}}')
  const parsed = eventSchema.parse({ type: 'order.paid', data })
  expect(JSON.stringify(parsed.data)).toBe('{"object":{"__proto__":{"a":1},"b":2}}')
})
