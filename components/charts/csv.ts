export type CsvValue = string | number | boolean | null

// A spreadsheet runs what begins like this.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** RFC 4180, with a mark by which spreadsheets know UTF-8. Numbers stay raw; a text that a spreadsheet would run is quoted by `'`. */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
