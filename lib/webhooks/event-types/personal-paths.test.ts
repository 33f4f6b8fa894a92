import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventTypes, getEventType } from './catalogue'
import { type BuiltInEventType, defineCategory, defineObject } from './define-event-type'
import { personal } from './personal'
import { personalPaths } from './personal-paths'
import { maya, mayaAddress, oliver, oliverAddress, siteManager } from './sample-world'

const named = eventTypes.map((type) => [type.name, type] as const)
const written = (type: BuiltInEventType | undefined) =>
  type && personalPaths(type).map((path) => path.join('.'))

const personalKey =
  /email|phone|^(first|last|full|recipient)_name$|^line[12]$|^city$|^postal_code$|^ip_address$|birth|^company$|clid$/

/** Every path to a field, arrays as `*`. */
function fieldPaths(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldPaths(schema.unwrap())
  if (schema instanceof z.ZodArray) return fieldPaths(schema.element).map((path) => `*.${path}`)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, field]) => [
    key,
    ...fieldPaths(field).map((path) => `${key}.${path}`),
  ])
}

function leaves(value: unknown, path: string[] = []): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]]
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? '*' : key]),
  )
}

describe('personal paths', () => {
  it('are found through objects, arrays, null and unions, marked inside or outside', () => {
    const schema = z.looseObject({
      id: z.int(),
      outside: personal(z.email().nullish().describe('Marked last.')),
      inside: personal(z.email()).nullish().describe('Marked first.'),
      people: z.array(z.looseObject({ role: z.string(), full_name: personal(z.string()) })).optional(),
      nicknames: z.array(personal(z.string())),
      whole: personal(z.looseObject({ line1: z.string() })),
      either: z.union([z.looseObject({ phone: personal(z.string()) }), z.string()]),
    })
    const sample = { id: 1, nicknames: [], whole: { line1: 'x' }, either: 'x' }
    const [type] = defineCategory('things', 'Things', [
      defineObject({ name: 'thing', schema, sample, types: { made: 'A thing was made.' } }),
    ]).types
    expect(type && personalPaths(type)).toEqual([
      ['outside'],
      ['inside'],
      ['people', '*', 'full_name'],
      ['nicknames', '*'],
      ['whole'],
      ['either', 'phone'],
    ])
  })

  it('of an order are these', () => {
    const address = ['recipient_name', 'company', 'line1', 'line2', 'city', 'postal_code']
    expect(written(getEventType('order.paid'))).toEqual([
      'customer_email',
      ...['first_name', 'last_name', 'email', 'phone'].map((key) => `customer.${key}`),
      ...address.map((key) => `billing_address.${key}`),
      ...address.map((key) => `shipping_address.${key}`),
      'customer_note',
      'fbclid',
    ])
  })

  it.each([
    'product.created',
    'category.updated',
    'stock.low',
    'inventory.changed',
    'coupon.created',
    'unit.updated',
  ])('of %s are none', (name) => expect(written(getEventType(name))).toEqual([]))

  it.each(named)('of %s cover every field whose key says so', (_name, type) => {
    const byKey = fieldPaths(type.schema).filter((path) => personalKey.test(path.split('.').at(-1) ?? ''))
    expect(written(type)).toEqual(expect.arrayContaining(byKey))
  })

  it.each(named)('of %s cover all that the sample tells of people', (_name, type) => {
    // The town and the region of a person are also those of the store's sites.
    const told = [maya, mayaAddress, oliver, oliverAddress, siteManager]
      .flatMap((person) => Object.entries(person))
      .filter(([key]) => !['id', 'city', 'region', 'country_code'].includes(key))
      .flatMap(([, value]) => (typeof value === 'string' ? value : []))
    const open = leaves(type.sample).filter(([path]) => !written(type)?.includes(path))
    const telling = open.filter(
      ([, value]) =>
        typeof value === 'string' && (/@|^\+\d/.test(value) || told.some((part) => value.includes(part))),
    )
    expect(telling).toEqual([])
  })
})
