import { describe, expect, it } from 'vitest'
import { readFilter, toQuestion, withFilter } from './statistics-filter'

const uuid = '01979c5e-0000-7000-8000-0000000000aa'
const publicId = 'we_01jye5w000e00800000000005a'

describe('an address', () => {
  it.each([
    ['', { days: 30, endpoint: null, type: null }],
    ['days=7', { days: 7, endpoint: null, type: null }],
    ['days=90&endpoint=we_1&type=order.paid', { days: 90, endpoint: 'we_1', type: 'order.paid' }],
    ['days=8&endpoint=&type=', { days: 30, endpoint: null, type: null }],
    ['days=7.0', { days: 30, endpoint: null, type: null }],
    [`type=${'x'.repeat(500)}`, { days: 30, endpoint: null, type: 'x'.repeat(200) }],
  ])('%s', (search, filter) => {
    expect(readFilter(new URLSearchParams(search))).toEqual(filter)
  })

  it('keeps what is not changed and leaves out what is as on a first visit', () => {
    expect(withFilter('days=7&sort=-failed', { type: 'order.paid' })).toBe(
      'days=7&sort=-failed&type=order.paid',
    )
    expect(withFilter('days=7&type=order.paid', { days: 30, type: null })).toBe('')
    expect(withFilter('', { days: 90 })).toBe('days=90')
  })
})

describe('what the server is asked', () => {
  it('has an id of the store’s own, or of the page', () => {
    const filter = readFilter(new URLSearchParams(`days=7&type=order.paid&endpoint=${publicId}`))
    expect(toQuestion(filter, null)).toEqual({ days: 7, eventType: 'order.paid', endpointId: uuid })
    expect(toQuestion({ ...filter, endpoint: null }, uuid)).toMatchObject({ endpointId: uuid })
    expect(toQuestion(readFilter(new URLSearchParams()), null)).toEqual({ days: 30 })
  })

  it('is nothing where an address names what can be no endpoint', () => {
    expect(toQuestion(readFilter(new URLSearchParams('endpoint=ERP')), null)).toBeNull()
  })
})
