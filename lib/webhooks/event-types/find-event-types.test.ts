import { describe, expect, it } from 'vitest'
import { eventCategories } from './catalogue'
import { findEventTypes } from './find-event-types'

const names = (query: string) =>
  findEventTypes(eventCategories, query).flatMap(({ types }) => types.map(({ name }) => name))

describe('finding event types', () => {
  it.each(['', '  '])('finds all for “%s”, in their categories', (query) => {
    expect(findEventTypes(eventCategories, query)).toEqual(eventCategories)
  })

  it.each([
    ['a name', 'order.paid', ['order.paid']],
    ['a name in capitals', 'ORDER.PAID', ['order.paid']],
    ['part of a name', 'thank_you', ['checkout.thank_you_viewed']],
    ['a name in words', 'thank you', ['checkout.thank_you_viewed']],
    ['words in any order', 'paid order', ['order.created', 'order.paid']],
    ['a description', 'handed to the carrier', ['order.shipped']],
    ['a category', 'coupons', ['coupon.created', 'coupon.updated']],
    ['what there is none of', 'zebra', []],
    ['a pattern, as text', '.*', []],
  ])('finds by %s', (_, query, found) => {
    expect(names(query).sort()).toEqual(found)
  })

  it('leaves out categories without a match', () => {
    expect(findEventTypes(eventCategories, 'order.paid').map(({ id }) => id)).toEqual(['orders'])
  })
})
