import { type CsvValue, toCsv } from './csv'

/** A file's first line and the others. */
export type CsvTable = { head: readonly string[]; rows: readonly (readonly CsvValue[])[] }

const KEPT_MS = 60_000

/** Hands a file to the browser, as if it had been behind a link. */
export function downloadCsv(name: string, { head, rows }: CsvTable): void {
  const url = URL.createObjectURL(new Blob([toCsv(head, rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser may still be reading it after the click.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
