import { expect, it } from 'vitest'
import { prettyJson } from './pretty-json'

it.each([
  '{}',
  '[]',
  '{"a":1}',
  '{"a":{"b":[1,2,{"c":null}],"d":[]},"e":{}}',
  '[[],[[]],{"x":[{}]}]',
  '  {"a" : "b , : { } [ ] \\" \\\\" , "ü\\u0000\\n": true}  ',
  '["",{"":""}]',
])('breaks %s into lines as JSON.stringify does', (text) => {
  expect(prettyJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2))
})

it('keeps what a double would round, and keys that stand twice', () => {
  expect(prettyJson('{"id":9007199254740993,"price":1.10,"id":1E400}')).toBe(
    '{\n  "id": 9007199254740993,\n  "price": 1.10,\n  "id": 1E400\n}',
  )
})

it.each(['', 'ok', '12', '"text"', '{"a":', '<b>{}</b>', '{"a":1} x', "{'a':1}"])(
  'leaves %s alone',
  (text) => {
    expect(prettyJson(text)).toBeNull()
  },
)

it('does not take long over a large or a hostile text', () => {
  const large = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, name: '"\\' })))
  expect(prettyJson(large)).toBe(JSON.stringify(JSON.parse(large), null, 2))
  expect(prettyJson(`${'['.repeat(100)}${']'.repeat(100)}`)).toContain('[')
  expect(prettyJson(`${'['.repeat(8_000)}${']'.repeat(8_000)}`)).toBeNull()
  expect(prettyJson(`["${'\\'.repeat(40_000)}`)).toBeNull()
})
