import { describe, expect, it } from 'vitest'
import { eventCategories, eventTypes } from './catalogue'
import { builtInCatalogue, type CustomEventType, mergeCatalogue } from './event-catalogue'
import { isEventTypeForm } from './event-type-name'

function own(name: string, category: string, isArchived = false): CustomEventType {
  return {
    ...{ name, category, isArchived },
    description: 'It happened.',
    schema: { type: 'object' },
    sample: {},
    validation: 'warn',
  }
}

describe('the catalogue of a deployment', () => {
  it('is that of the code where nothing was changed', () => {
    expect(builtInCatalogue.types.map(({ name }) => name)).toEqual(eventTypes.map(({ name }) => name))
    expect(builtInCatalogue.categories.map(({ id, label }) => [id, label])).toEqual(
      eventCategories.map(({ id, label }) => [id, label]),
    )
    expect(
      builtInCatalogue.types.every(({ validation, isBuiltIn }) => validation === 'off' && isBuiltIn),
    ).toBe(true)
  })

  const catalogue = mergeCatalogue(
    [
      own('robot.tired', 'Robots'),
      own('order.gilded', ' ORDERS '),
      own('parcel.lost', 'Parcels & Co.'),
      own('parcel.found', 'Parcels & Co.', true),
      own('order.paid', 'Robots'),
    ],
    new Map([['order.paid', 'refuse']]),
  )

  it('has own types in categories of the code, and in new ones after them', () => {
    expect(catalogue.categories[0]?.types.at(-1)).toMatchObject({
      name: 'order.gilded',
      category: { id: 'orders', label: 'Orders' },
    })
    expect(
      catalogue.categories.slice(eventCategories.length).map(({ id, types }) => [id, types.length]),
    ).toEqual([
      ['own-parcels-co-', 1],
      ['own-robots', 1],
    ])
  })

  it('knows archived types by their names alone', () => {
    expect(catalogue.archived.map(({ name }) => name)).toEqual(['parcel.found'])
    expect(catalogue.types.map(({ name }) => name)).not.toContain('parcel.found')
    expect(catalogue.get('parcel.found')).toMatchObject({ isArchived: true, validation: 'warn' })
    expect(['parcel.found', 'parcel.lost', 'order.paid', 'toString'].map(catalogue.has)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('prefers the code’s type of a name, with the check that was set for it', () => {
    expect(catalogue.get('order.paid')).toMatchObject({ isBuiltIn: true, validation: 'refuse' })
    expect(catalogue.types.filter(({ name }) => name === 'order.paid')).toHaveLength(1)
  })
})

it.each<[string, boolean]>([
  ...eventTypes.map(({ name }): [string, boolean] => [name, true]),
  ['a.b', true],
  ['parcel2.lost_2_times', true],
  ['', false],
  ['parcel', false],
  ['parcel.', false],
  ['Parcel.lost', false],
  ['parcel.lost.again', false],
  ['2parcel.lost', false],
  ['parcel_.lost', false],
  ['parcel.lost\n', false],
  [`parcel.${'l'.repeat(100)}`, false],
])('whether %j has the form of a name: %s', (name, expected) => {
  expect(isEventTypeForm(name)).toBe(expected)
})
