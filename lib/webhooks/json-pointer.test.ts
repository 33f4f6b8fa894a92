import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pointerNames, pointerPart } from './json-pointer'

it.each([
  ['id', 'id'],
  ['', ''],
  ['a/b~c~1', 'a~1b~0c~01'],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['x'.repeat(101), `${'x'.repeat(100)}…`],
  // Counted before marks are written as two characters, so that none is cut in two.
  ['/'.repeat(101), `${'~1'.repeat(100)}…`],
  [`${'x'.repeat(99)}😀`, `${'x'.repeat(99)}\uFFFD…`],
  ['\uD83D', '\uFFFD'],
])('%j is the part %j of a pointer', (name, part) => {
  expect(pointerPart(name)).toBe(part)
})

it('gives the names back', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '/', '~', '0', '1', 'é', '😀'), maxLength: 20 })
  fc.assert(
    fc.property(fc.array(name), (names) => {
      expect(pointerNames(names.map((each) => `/${pointerPart(each)}`).join(''))).toEqual(names)
    }),
  )
})
