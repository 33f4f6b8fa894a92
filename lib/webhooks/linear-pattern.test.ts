import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLinearPattern } from './linear-pattern'

const sources = [
  '^[A-Z]{2}$',
  '^[A-Z]{2,3}-\\d{1,5}$',
  'a|bc|',
  '(a|b)*c',
  '^(?:ab?)+$',
  'a{0}b',
  '^a{2,}b{0,2}$',
  '[^a-c]x',
  '[\\]a-]b?',
  '^\\p{L}+$',
  '\\u0061\\x62\\u{63}',
  '^.$',
  'a.c',
  '^$',
  '$',
  '(^a|b$)',
  '\\$\\^\\.',
  '^\\uD83D\\uDE00$',
  '(a*)*b',
  '\\w\\W\\s?',
  'x*?y+?z??',
  '^(){3}a$',
  '^(?:){2,}b',
  '^(|a){2}$',
  '^(?:()|a?){2,3}b$',
  '^(?:a?){0,2}(){1,3}c$',
  '^a{00000000000000000000002}$',
  `^\\u{${'0'.repeat(100)}61}$`,
  'é|[ü😀]+|\\P{L}{3}',
]

describe.each(sources)('%j', (source) => {
  const pattern = compileLinearPattern(source)
  if ('problem' in pattern) throw new Error(pattern.problem)

  it('tells what the engine of the language tells', () => {
    const known = new RegExp(source, 'u')
    const character = fc.constantFrom(...'aabbccxyzAZ12-]$^. \n', 'é', '😀', 'abc', 'AB-123')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        expect([text, pattern.test(text)]).toEqual([text, known.test(text)])
      }),
      { numRuns: 300 },
    )
  })
})

it.each([
  ['(', 'This is not a regular expression.'],
  ['(?=a)b', 'Lookahead, lookbehind and named groups cannot be used.'],
  ['(?<!a)b', 'Lookahead, lookbehind and named groups cannot be used.'],
  ['(?<year>a)', 'Lookahead, lookbehind and named groups cannot be used.'],
  ['(a)\\1', 'Backreferences cannot be used.'],
  ['\\bword', 'Word boundaries (\\b) cannot be used.'],
  ['a{5000}', 'This expression is too large.'],
  ['((a{20}){20}){20}', 'This expression is too large.'],
  ['(|){400}', 'This expression is too large.'],
  ['|'.repeat(1_000), 'This expression is too large.'],
  ['|'.repeat(16_000), 'A regular expression can have at most 1,000 characters.'],
  ['a'.repeat(1_001), 'A regular expression can have at most 1,000 characters.'],
])('refuses %j', (source, problem) => {
  expect(compileLinearPattern(source)).toEqual({ problem })
})

it.each([
  ['repeats of nothing in repeats', `${'('.repeat(6)}${'){400}'.repeat(6)}`, 1],
  ['repeats of nothing beside something', `(a${'(){400}'.repeat(100)}){300}`, 301],
  ['groups in groups', `${'('.repeat(499)}a${')'.repeat(499)}`, 2],
])('has no more states than it has use for: %s', (_, source, states) => {
  expect(compileLinearPattern(source)).toMatchObject({ states })
})

it('does not grow beyond all bounds where engines that go back do', () => {
  const pattern = compileLinearPattern('^(([a-z])+.)+[A-Z]([a-z])+$')
  if ('problem' in pattern) throw new Error(pattern.problem)
  // An engine that goes back would be at this for longer than the world has been there.
  expect(pattern.test('a'.repeat(100_000))).toBe(false)
})
