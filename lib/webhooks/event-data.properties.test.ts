import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalData } from '@/lib/db/normal-data'
import { anyText } from '@/lib/testing/any-text'
import { findDataProblem, findObjectRefs } from './event-data'

const keys = fc.oneof(
  fc.constantFrom('id', 'order_id', 'email', '__proto__', 'constructor', '', '0', '10', 'a/b', 'a~b', '~1'),
  anyText(5).map((text) => text.toWellFormed()),
)
const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      anyText(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, -0, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 1e300, 5e-324, '\0', '\ud800'),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    // Written as text first: an object cannot be given a key `__proto__` otherwise.
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((members) => {
      const text = members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      return JSON.parse(`{${text.join()}}`)
    }),
  ),
}))

/** What a JSON pointer leads to (RFC 6901). */
function follow(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1)
  return keys.reduce<unknown>((at, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) throw new Error(`No ${pointer}.`)
    return Object.entries(at).find(([known]) => known === name)?.[1]
  }, value)
}

describe('an event’s data, of whatever form', () => {
  it('is fine, or its problem is where the pointer says', () => {
    fc.assert(
      fc.property(values, (value) => {
        const problem = findDataProblem(value)
        if (!problem) return
        const found = follow(value, problem.path)
        if (problem.code === 'too_deep') expect(typeof found).toBe('object')
        else expect(Number.isInteger(found) && !Number.isSafeInteger(found)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is made normal once: the same bytes ever after, which say the same', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const raw = JSON.stringify(value, null, space)
        const normal = normalData(raw, true)
        expect(normalData(normal, true)).toBe(normal)
        expect(normalData(normal, false)).toBe(normal)
        expect(JSON.parse(normal)).toEqual(JSON.parse(raw))
        expect(Buffer.from(normal).toString()).toBe(normal)
      }),
      { numRuns: 500 },
    )
  })

  it('has at most 20 ids to search by, each of which the database can hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant('order.paid'), fc.string()), values, (type, object) => {
        const refs = findObjectRefs(type, object)
        expect(refs.length).toBeLessThanOrEqual(20)
        for (const { kind, value } of refs) {
          for (const text of [kind, value])
            expect([text.isWellFormed(), text.includes('\0')]).toEqual([true, false])
          expect(value).toBe(value.toLowerCase())
        }
      }),
      { numRuns: 500 },
    )
  })
})
