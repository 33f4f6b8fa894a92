import type { Row } from './figure'

/** The rows as a table of text, with the details of each below it. */
export function tableOf(rows: readonly Row[]): string {
  const width = (of: (row: Row) => string) => Math.max(0, ...rows.map((row) => of(row).length))
  const widths = [width((row) => row.what), width((row) => row.measured), width((row) => row.target)]
  return rows
    .map((row) => {
      const cells = [row.what, row.measured, row.target].map((cell, index) => cell.padEnd(widths[index] ?? 0))
      return `${mark(row)} ${cells.join('  ')}\n${detailsOf(row)}`
    })
    .join('\n')
}

function mark({ isMet }: Row): string {
  if (isMet === null) return ' '
  return isMet ? '✓' : '✗'
}

function detailsOf({ details }: Row): string {
  return Object.entries(details)
    .map(([name, value]) => `      ${name} ${round(value)}`)
    .join('\n')
}

function round(value: number): string {
  if (!Number.isFinite(value)) return '—'
  return Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString()
}
