import fc from 'fast-check'

// fast-check's own units look up tables that take seconds to make.
const codePoints = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }))
const unit = codePoints.map((codePoint) => String.fromCodePoint(codePoint))

/** Text of any characters for property tests, control characters and halves of characters among them. */
export function anyText(maxLength = 20): fc.Arbitrary<string> {
  return fc.string({ unit, maxLength })
}
