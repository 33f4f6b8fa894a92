import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '@/lib/testing/any-text'
import { fromPublicId, type IdPrefix, toPublicId } from './ids'

const prefixes = fc.constantFrom<IdPrefix>('evt', 'we', 'dlv', 'app', 'usr', 'rs')
const digits = fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz')
const near = fc
  .tuple(prefixes, fc.constantFrom(...'078'), fc.string({ unit: digits, minLength: 25, maxLength: 25 }))
  .map(([prefix, first, rest]) => `${prefix}_${first}${rest}`)

describe('a public id', () => {
  it('is what it was made of', () => {
    fc.assert(
      fc.property(prefixes, fc.uuid({ version: [1, 4, 7, 15] }), (prefix, uuid) => {
        expect(fromPublicId(prefix, toPublicId(prefix, uuid))).toBe(uuid)
      }),
      { numRuns: 1_000 },
    )
  })

  it('has one spelling: a text is that of an id, or of none', () => {
    fc.assert(
      fc.property(
        prefixes,
        fc.oneof(
          near,
          near.map((text) => text.toUpperCase()),
          anyText(),
        ),
        (prefix, text) => {
          const uuid = fromPublicId(prefix, text)
          if (uuid !== null) expect(toPublicId(prefix, uuid)).toBe(text)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('orders as its UUID does', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(toPublicId('dlv', one) < toPublicId('dlv', other)).toBe(one < other)
      }),
    )
  })
})
