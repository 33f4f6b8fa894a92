import { describe, expect, it } from 'vitest'
import {
  addHeaderRows,
  countHeaders,
  type HeaderRow,
  headerFaults,
  headerRowsOf,
  readHeaderLines,
  savedHeaderRows,
  toHeaderPatch,
  toHeaders,
} from './header-rows'

const row = (name: string, change: HeaderRow['change'], value = ''): HeaderRow => ({
  key: 0,
  name,
  value,
  change,
})

describe('what is sent of the rows', () => {
  const cases: [string, HeaderRow[], Record<string, string | null>][] = [
    ['nothing', [], {}],
    ['what is kept', [row('X-A', 'keep')], {}],
    ['what was added and left empty', [row('', 'new'), row(' ', 'new', ' ')], {}],
    ['what was added', [row(' X-A ', 'new', ' one ')], { 'X-A': 'one' }],
    ['what was replaced', [row('X-A', 'replace', 'two')], { 'X-A': 'two' }],
    ['what was removed', [row('X-A', 'remove')], { 'X-A': null }],
    ['what was removed and added anew', [row('X-A', 'remove'), row('x-a', 'new', 'v')], { 'x-a': 'v' }],
  ]
  it.each(cases)('%s', (_, rows, patch) => {
    expect(toHeaderPatch(rows)).toEqual(patch)
  })

  it('has no null for a new endpoint', () => {
    expect(toHeaders([row('X-A', 'new', 'v'), row('X-B', 'remove')])).toEqual({ 'X-A': 'v' })
  })

  it('leaves no value in the rows once they are saved', () => {
    const rows = [
      row('X-A', 'keep'),
      row('X-B', 'remove'),
      row('X-C', 'replace', 'v'),
      row(' X-D', 'new', 'v'),
    ]
    expect(savedHeaderRows(rows)).toEqual(headerRowsOf(['X-A', 'X-C', 'X-D']))
    expect(countHeaders(rows)).toBe(3)
  })
})

it('gives a row that is added a key of its own, and the same one again once it was taken away', () => {
  const one = addHeaderRows(headerRowsOf(['X-A']), [{ name: 'X-B', value: '' }])
  expect(one.map(({ key }) => key)).toEqual([0, 1])
  expect(addHeaderRows([], [{ name: '', value: '' }])).toEqual([row('', 'new')])
})

describe('what is wrong with the rows', () => {
  const cases: [string, HeaderRow[], [number, string, RegExp][]][] = [
    ['nothing', [row('X-A', 'new', 'v'), row('X-B', 'keep')], []],
    ['a name of ours', [row('Webhook-Id', 'new', 'v')], [[0, 'name', /cannot be set here/]]],
    ['a name of the deployment’s', [row('my-signature', 'new', 'v')], [[0, 'name', /cannot be set here/]]],
    [
      'neither name nor value that can be',
      [row('X A', 'new', 'ü')],
      [
        [0, 'name', /no spaces/],
        [0, 'value', /without accents/],
      ],
    ],
    ['a value without a name', [row('', 'new', 'v')], [[0, 'name', /Give the header a name/]]],
    ['an empty replacement', [row('X-A', 'replace')], [[0, 'value', /Give the header a value/]]],
    ['one that is there', [row('X-A', 'keep'), row('x-a', 'new', 'v')], [[1, 'name', /already/]]],
    ['one twice', [row('X-A', 'new', 'v'), row('x-a', 'new', 'v')], [[1, 'name', /already/]]],
    ['one that goes', [row('X-A', 'remove'), row('x-a', 'new', 'v')], []],
  ]
  it.each(cases)('%s', (_, rows, faults) => {
    expect(headerFaults(rows, ['My-Signature'])).toEqual(
      faults.map(([index, field, words]) => ({ index, field, message: expect.stringMatching(words) })),
    )
  })
})

it.each([
  ['Authorization: Bearer a:b', [{ name: 'Authorization', value: 'Bearer a:b' }]],
  [
    'X-A: 1\r\n\r\nX-B:2 \n',
    [
      { name: 'X-A', value: '1' },
      { name: 'X-B', value: '2' },
    ],
  ],
  ['X-A', null],
  ['X-A: 1\nno header', null],
  ['', null],
])('reads %j as headers', (text, pairs) => {
  expect(readHeaderLines(text)).toEqual(pairs)
})
