import { describe, expect, it } from 'vitest'
import { endpointKinds } from '@/lib/webhooks/endpoint-kinds'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { samplePayload } from '@/lib/webhooks/event-types/sample-payload'
import { apiVersions, defaultApiVersion, getPayloadFormat, payloadFormats } from './registry'

const MOST_DATA = 256 * 1024
const MOST_ADDED = 1024

const event = {
  publicId: 'evt_01h455vb4pex5vsknk084sn02q',
  storeId: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'order.shipped',
  occurredAt: new Date('2022-01-17T16:00:00.999Z'),
}

const awkward: [string, unknown][] = [
  ['nothing in it', {}],
  ['keys that look like numbers', { b: 1, 2: 2, 1: 3, id: 1 }],
  ['a key called __proto__', JSON.parse('{"__proto__":{"a":1}}')],
  ['numbers in every notation', { total: 1e21, id: -0, price: 1e-7 }],
  ['half a character', { id: '\ud800', name: '\udc00', number: 'a\ud800b' }],
  ['separators', { id: '</script>\u2028', number: '"\\\u0000', name: '\u2029' }],
  ['a list instead of an object', [1, 2]],
  ['a text instead of an object', 'text'],
  ['null', null],
]

it('has versions that are told apart, the standard one first', () => {
  expect(apiVersions[0]).toBe(defaultApiVersion)
  expect(new Set(apiVersions).size).toBe(apiVersions.length)
  expect(new Set(payloadFormats.map(({ label }) => label)).size).toBe(apiVersions.length)
  expect(getPayloadFormat(defaultApiVersion)?.kinds).toEqual(endpointKinds)
})

describe.each(payloadFormats.map((format) => [format.version, format] as const))('%s', (version, format) => {
  it('is a choice that a person can make, of JSON', () => {
    expect(getPayloadFormat(version)).toBe(format)
    expect(version).toMatch(/^[a-z0-9][a-z0-9.-]{0,39}$/)
    expect(format.contentType).toMatch(/^application\/([a-z]+\+)?json(; charset=utf-8)?$/)
    expect(format.hint).toMatch(/\.$/)
    expect(format.kinds).toContain('api')
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('writes %s normalised', (_, type) => {
    const payload = samplePayload(type, version)
    expect(JSON.stringify(JSON.parse(payload))).toBe(payload)
    expect(samplePayload(type, version)).toBe(payload)
  })

  it.each(awkward)('writes data with %s normalised', (_, object) => {
    for (const isTest of [false, true]) {
      const payload = format.format({ ...event, data: JSON.stringify({ object }), isTest })
      expect(JSON.stringify(JSON.parse(payload))).toBe(payload)
      expect(JSON.parse(payload)).not.toBeNull()
    }
  })

  it('adds little to the largest event', () => {
    const filling = 'ä'.repeat((MOST_DATA - 100) / 2)
    const data = JSON.stringify({ object: { id: 'x', note: filling } })
    const payload = format.format({ ...event, data, isTest: true })
    expect(Buffer.byteLength(payload)).toBeLessThan(Buffer.byteLength(data) + MOST_ADDED)
    // An id is repeated at most once.
    const id = JSON.stringify({ object: { id: filling } })
    expect(Buffer.byteLength(format.format({ ...event, data: id, isTest: true }))).toBeLessThan(
      2 * Buffer.byteLength(id) + MOST_ADDED,
    )
  })
})
