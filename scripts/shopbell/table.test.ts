import { describe, expect, it } from 'vitest'
import { formatTable } from './table'
import { hasColour } from './terminal'

describe('a table', () => {
  const head = ['id', 'name', 'note']
  const rows = [
    ['1', 'Till', 'a note that is rather long for a column'],
    ['22', 'ERP of the warehouse', 'short'],
  ]

  it('lines its columns up', () => {
    expect(formatTable(head, rows, Number.POSITIVE_INFINITY)).toBe(
      [
        'ID  NAME                  NOTE',
        '1   Till                  a note that is rather long for a column',
        '22  ERP of the warehouse  short',
      ].join('\n'),
    )
  })

  it.each([30, 45, 60])('is cut to %i characters, the widest columns first', (width) => {
    const lines = formatTable(head, rows, width).split('\n')
    const longest = Math.max(...lines.map((line) => line.length))
    expect(longest).toBeLessThanOrEqual(width)
    expect(longest).toBeGreaterThan(width - head.length)
    expect(lines[1]).toMatch(/^1 {3}Till .*…$/)
    expect(lines[2]).toMatch(/^22 {2}.* {2}short$/)
  })

  it('keeps some of each column however narrow it is', () => {
    expect(formatTable(head, rows, 1).split('\n')[1]).toBe('1   Till      a note …')
  })

  it('keeps whole what is to be copied', () => {
    const [, line] = formatTable(head, rows, 30, [2]).split('\n')
    expect(line).toBe('1   Till      a note that is rather long for a column')
  })

  it('shows what a terminal would obey as text', () => {
    const [, line] = formatTable(['a'], [['x\x1b[31mred\x1b]0;title\x07\r\ny']], 80).split('\n')
    expect(line).not.toMatch(/\p{Cc}/u)
  })
})

it.each([
  [true, {}, true],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, {}, false],
])('colours on a terminal (%s) with %j: %s', (isTTY, environment, expected) => {
  expect(hasColour({ isTTY }, { NODE_ENV: 'test', ...environment })).toBe(expected)
})
