import { expect, it } from 'vitest'
import { readDraft } from './test-send-draft'

it('takes an object and says how large its data is', () => {
  const draft = readDraft('{ "name": "Grüße" }')
  expect(draft).toEqual({
    object: { name: 'Grüße' },
    bytes: Buffer.byteLength('{"object":{"name":"Grüße"}}'),
  })
})

const refused: [text: string, problem: RegExp][] = [
  ['{\n  "a": 1,\n}', /^Line 3, column 1: a name in double quotes is expected\.$/],
  ['', /^Line 1, column 1: the text ends here/],
  ['[1]', /^Use an object/],
  ['null', /^Use an object/],
  ['{"lines": [{"id": 9007199254740993}]}', /^lines → 0 → id: Numbers beyond/],
  [`{"a": ${'['.repeat(70)}${']'.repeat(70)}}`, /Data can be nested 64 levels deep/],
]

it.each(refused)('refuses %j', (text, problem) => {
  expect(readDraft(text)).toEqual({ problem: expect.stringMatching(problem) })
})
