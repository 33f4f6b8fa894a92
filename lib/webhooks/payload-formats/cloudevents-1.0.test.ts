import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { samplePayload } from '@/lib/webhooks/event-types/sample-payload'
import { formatCloudEvents10 } from './cloudevents-1.0'
import type { PayloadEvent } from './format'

const order: PayloadEvent = {
  publicId: 'evt_01h455vb4pex5vsknk084sn02q',
  storeId: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'order.shipped',
  occurredAt: new Date('2022-01-17T16:00:00.999Z'),
  data: '{"object":{"id":123,"note":"Žluťoučký 🎉"}}',
  isTest: false,
}

// The JSON Schema of the specification, cloudevents/formats/cloudevents.json at v1.0.2, without its descriptions.
const optionalText = { type: ['string', 'null'], minLength: 1 }
const specification = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1 },
    source: { type: 'string', format: 'uri-reference', minLength: 1 },
    specversion: { type: 'string', minLength: 1 },
    type: { type: 'string', minLength: 1 },
    datacontenttype: optionalText,
    dataschema: { ...optionalText, format: 'uri' },
    subject: optionalText,
    time: { ...optionalText, format: 'date-time' },
    data: { type: ['object', 'string', 'number', 'array', 'boolean', 'null'] },
    data_base64: { type: ['string', 'null'], contentEncoding: 'base64' },
  },
  required: ['id', 'source', 'specversion', 'type'],
}

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'https://example.com/'),
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  },
})
const conforms = ajv.compile(specification)

function write(changes: Partial<PayloadEvent>) {
  return JSON.parse(formatCloudEvents10.format({ ...order, ...changes }))
}

describe('format cloudevents-1.0', () => {
  it('writes an order, to the letter', () => {
    expect(formatCloudEvents10.format(order)).toBe(
      '{"specversion":"1.0","id":"evt_01h455vb4pex5vsknk084sn02q","source":"urn:shopbell:store:01890a5d-ac96-774b-bcce-b302099a8057","type":"order.shipped","subject":"123","time":"2022-01-17T16:00:00Z","datacontenttype":"application/json","data":{"object":{"id":123,"note":"Žluťoučký 🎉"}}}',
    )
  })

  it('writes a test event of an object without an id, to the letter', () => {
    expect(formatCloudEvents10.format({ ...order, type: 'ping', data: '{"object":{}}', isTest: true })).toBe(
      '{"specversion":"1.0","id":"evt_01h455vb4pex5vsknk084sn02q","source":"urn:shopbell:store:01890a5d-ac96-774b-bcce-b302099a8057","type":"ping","time":"2022-01-17T16:00:00Z","shopbelltest":true,"datacontenttype":"application/json","data":{"object":{}}}',
    )
  })

  it.each<[string, unknown, string | undefined]>([
    ['a text', 'con_7d41', 'con_7d41'],
    ['a number', 10482, '10482'],
    ['zero', 0, '0'],
    ['an empty text', '', undefined],
    ['a line break', 'a\nb', undefined],
    ['half a character', '\ud800', undefined],
    ['a noncharacter', '\ufffe', undefined],
    ['an object', { a: 1 }, undefined],
    ['nothing', undefined, undefined],
  ])('has a subject of the object’s id where that may be one: %s', (_, id, subject) => {
    expect(write({ data: JSON.stringify({ object: { id } }) }).subject).toBe(subject)
  })

  it('has names of attributes as the specification wants them', () => {
    const names = Object.keys(write({ isTest: true })).filter((name) => name !== 'data')
    for (const name of names) expect(name).toMatch(/^[a-z0-9]{1,20}$/)
  })

  it.each(eventTypes.map((type) => [type.name, type] as const))('%s conforms', (name, type) => {
    const event: unknown = JSON.parse(samplePayload(type, 'cloudevents-1.0'))
    expect(conforms(event), JSON.stringify(conforms.errors)).toBe(true)
    expect(event).toMatchObject({ specversion: '1.0', type: name, data: { object: type.sample } })
  })

  it('would not conform without what is required', () => {
    expect(conforms({ ...write({}), source: '' })).toBe(false)
    expect(conforms({ ...write({}), time: '17 January' })).toBe(false)
  })
})
