import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileLinearPattern } from './linear-pattern'

// All that it says on purpose: what it says of an error of its own is not among them.
const sentences = [
  'A regular expression can have at most 1,000 characters.',
  'This is not a regular expression.',
  'Lookahead, lookbehind and named groups cannot be used.',
  'Word boundaries (\\b) cannot be used.',
  'Backreferences cannot be used.',
  'This expression is too large.',
]

const marks =
  '( ) (?: (?= (?<a> { } , | * + ? [ [^ ] - ^ $ . \\ \\u \\x \\c \\p{L} \\k<a> \\b 0 1 41 400 D83D a é 😀'
const mark = fc.constantFrom(...marks.split(' '), '0'.repeat(100), '\uD83D', '\uDE00', '\u2028')
const ofMarks = (length: fc.ArrayConstraints) => fc.array(mark, length).map((parts) => parts.join(''))

it.each([
  ['a few marks', ofMarks({ maxLength: 12 })],
  ['many marks', ofMarks({ minLength: 100, maxLength: 1_200, size: 'max' })],
  ['any text', fc.string({ unit: 'binary', maxLength: 60 })],
])('compiles or refuses %s', (_, sources) => {
  fc.assert(
    fc.property(sources, (source) => {
      const pattern = compileLinearPattern(source)
      if ('problem' in pattern) expect(sentences).toContain(pattern.problem)
      else expect(pattern.test('a😀')).toBeTypeOf('boolean')
    }),
    { numRuns: 500 },
  )
})

const atoms = 'a . $ ^ [^a] [\\]é] \\] \\u{0000061} \\ud83d\\ude00 \\uDE00\\uD83D \\P{Lu}'.split(' ')
const times = fc.constantFrom(
  '',
  '',
  '*',
  '+?',
  '?',
  '{0}',
  '{3}',
  '{0,2}?',
  '{2,}',
  '{0000000000000000000000002}',
)
const { expression } = fc.letrec<{ expression: string; group: string }>((tie) => ({
  expression: fc
    .array(fc.oneof({ maxDepth: 4 }, fc.constantFrom(...atoms, '|'), tie('group')), { maxLength: 4 })
    .map((parts) => parts.join('')),
  group: fc
    .tuple(fc.constantFrom('(', '(?:'), tie('expression'), times)
    .map(([open, inner, often]) => `${open}${inner})${often}`),
}))

it('finds what the engine of the language finds, by any expression', () => {
  fc.assert(
    fc.property(expression, (source) => {
      const pattern = compileLinearPattern(source)
      if ('problem' in pattern) expect(pattern.problem).toBe('This expression is too large.')
      else {
        const known = new RegExp(source, 'u')
        const texts = ['', 'a', 'aaa', 'a😀]']
        expect(texts.map(pattern.test)).toEqual(texts.map((text) => known.test(text)))
      }
    }),
    { numRuns: 500 },
  )
})
