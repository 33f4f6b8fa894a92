import { describe, expect, it } from 'vitest'
import { eventTypes, getEventType } from './catalogue'
import { samplePayload } from './sample-payload'

describe('the sample payload', () => {
  it.each(eventTypes.map((type) => [type.name, type] as const))('of %s is a whole payload', (name, type) => {
    const text = samplePayload(type)
    const payload = JSON.parse(text)
    expect(JSON.stringify(payload)).toBe(text)
    expect(Object.keys(payload)).toEqual(['id', 'type', 'created', 'timestamp', 'api_version', 'data'])
    expect(payload).toMatchObject({ type: name, api_version: '2025-09', data: { object: type.sample } })
    expect(new Date(payload.timestamp).getTime()).toBe(payload.created * 1000)
  })

  it('happened when its object last changed', () => {
    const type = getEventType('order.paid')
    if (!type) throw new Error('The catalogue has no order.paid.')
    expect(JSON.parse(samplePayload(type)).timestamp).toBe(type.sample.updated_at)
  })

  it('comes from the store it is shown to', () => {
    const [type] = eventTypes
    if (!type) throw new Error('The catalogue is empty.')
    const storeId = '01890a5d-ac96-774b-bcce-b302099a8058'
    const { source } = JSON.parse(samplePayload(type, 'cloudevents-1.0', storeId))
    expect(source).toBe(`urn:shopbell:store:${storeId}`)
  })

  it('is of a version that exists', () => {
    const [type] = eventTypes
    if (!type) throw new Error('The catalogue is empty.')
    expect(() => samplePayload(type, '1999-01')).toThrow('1999-01')
  })
})
