import { expect, it } from 'vitest'
import { findJsonProblem } from './json-problem'

const fine = [
  '{}',
  '[]',
  ' {"a": [1, -0.5e3, true, null, "\\u00e9 \\\\ \\""]} ',
  '"text"',
  '1',
  '\t[{}, [[]]]\r\n',
]

it.each(fine)('finds nothing wrong with %s', (text) => {
  expect(findJsonProblem(text)).toBeNull()
})

const broken: [text: string, line: number, column: number, message: RegExp][] = [
  ['', 1, 1, /the text ends here, and a value is expected/],
  ['{', 1, 2, /the text ends here, and a name in double quotes/],
  ['{"a": 1', 1, 8, /the text ends here, and a comma or “}” is expected/],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, /^a comma or “}” is expected/],
  ['{"a": 1,}', 1, 9, /a name in double quotes/],
  ['[1, 2,]', 1, 7, /^a value is expected/],
  ['[1 2]', 1, 4, /a comma or “]” is expected/],
  ["{'a': 1}", 1, 2, /a name in double quotes/],
  ['{"a" 1}', 1, 6, /a colon is expected/],
  ['{"a": }', 1, 7, /^a value is expected/],
  ['{"a": yes}', 1, 7, /texts need double quotes/],
  ['{"a": 01}', 1, 7, /not a number/],
  ['{"a": 1.}', 1, 7, /not a number/],
  ['{"a": "no end}\n', 1, 7, /no closing quote on its line/],
  ['{"a": "no end', 1, 7, /no closing quote$/],
  ['{"a": "\\x"}', 1, 8, /this escape is unknown/],
  ['{} {}', 1, 4, /nothing more can follow/],
  ['{\r\n"a": 1;\r\n}', 2, 6, /texts need|not a number|a comma/],
  ['[[1, 2}', 1, 7, /a comma or “]”/],
  ['{"a": [}', 1, 8, /^a value is expected/],
]

it.each(broken)('names the place in %j', (text, line, column, message) => {
  const problem = findJsonProblem(text)
  expect(problem).toMatchObject({ message: expect.stringMatching(message) })
  expect([problem?.line, problem?.column]).toEqual([line, column])
})

it('names a place wherever a sound text is cut', () => {
  const sound = JSON.stringify(
    { a: [1, { b: 'text \\ "quoted"', c: -1.5e-3 }], d: { e: null, f: false } },
    null,
    2,
  )
  for (let length = 0; length < sound.length; length++) {
    const problem = findJsonProblem(sound.slice(0, length))
    expect(problem?.message, sound.slice(0, length)).toMatch(/./)
  }
})
