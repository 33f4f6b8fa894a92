import { expect, it } from 'vitest'
import { toCsv } from './csv'

it('writes values raw, in lines that end as RFC 4180 says, after the mark of UTF-8', () => {
  const csv = toCsv(['date', 'rate', 'p95_ms', 'deleted'], [['2026-11-21', 0.987654321, null, true]])
  expect(csv).toBe('\uFEFFdate,rate,p95_ms,deleted\r\n2026-11-21,0.987654321,,true\r\n')
})

it.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-ERP', "'-ERP"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  ['＝1+1', "'＝1+1"],
  ['ERP = old', 'ERP = old'],
  ['Lager, "Köln"', '"Lager, ""Köln"""'],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['two\nlines', '"two\nlines"'],
])('a text like %j is no formula and one cell', (text, written) => {
  expect(toCsv([], [[text]])).toBe(`\uFEFF\r\n${written}\r\n`)
})

it('leaves negative numbers numbers', () => {
  expect(toCsv(['change'], [[-0.5]])).toBe('\uFEFFchange\r\n-0.5\r\n')
})
