import { describe, expect, it } from 'vitest'
import { eventCategories, eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { findEventTypes } from './find-event-types'

const namesOf = (q: string) =>
  findEventTypes(eventCategories, q).flatMap(({ types }) => types.map(({ name }) => name))

describe('findEventTypes', () => {
  it('finds everything for nothing', () => {
    expect(namesOf(' ')).toEqual(eventTypes.map(({ name }) => name))
  })

  it.each([
    ['order.paid', ['order.paid']],
    ['ORDER paid', ['order.paid']],
    ['carrier', ['order.packed', 'order.shipped']],
    ['nothing like that', []],
  ])('%s', (q, names) => {
    expect(namesOf(q)).toEqual(names)
  })

  it('leaves out categories of which nothing is found', () => {
    expect(findEventTypes(eventCategories, 'credit note').map(({ label }) => label)).toEqual(['Credit notes'])
  })
})
