import { refuseHeaderName, refuseHeaderValue } from '@/lib/webhooks/custom-headers'

/** A header as the form has it. The value of one that is saved never comes back, so `value` is what replaces it. */
export type HeaderRow = {
  /** Among the rows of one form. */
  key: number
  name: string
  value: string
  change: 'new' | 'keep' | 'replace' | 'remove'
}

/** The rows of what is saved. */
export function headerRowsOf(names: readonly string[]): HeaderRow[] {
  return names.map((name, key) => ({ key, name, value: '', change: 'keep' }))
}

/** The rows with one more for each pair; taken away again, they are what they were. */
export function addHeaderRows(
  rows: readonly HeaderRow[],
  added: readonly { name: string; value: string }[],
): HeaderRow[] {
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1
  return [...rows, ...added.map((pair, index): HeaderRow => ({ ...pair, key: next + index, change: 'new' }))]
}

/** How many headers the endpoint would have. */
export function countHeaders(rows: readonly HeaderRow[]): number {
  return rows.filter((row) => row.change !== 'remove' && !isBlank(row)).length
}

/** The merge patch of these rows: what is kept, and what was added and left empty, is not in it. */
export function toHeaderPatch(rows: readonly HeaderRow[]): Record<string, string | null> {
  const set = rows
    .filter(({ change }) => change === 'new' || change === 'replace')
    .filter((row) => !isBlank(row))
  const written = new Set(set.map(lowerName))
  return Object.fromEntries([
    // A new one of the same name takes its place by itself.
    ...rows
      .filter((row) => row.change === 'remove' && !written.has(lowerName(row)))
      .map(({ name }) => [name, null] as const),
    ...set.map(({ name, value }) => [name.trim(), value.trim()] as const),
  ])
}

/** The headers of a new endpoint. */
export function toHeaders(rows: readonly HeaderRow[]): Record<string, string> {
  const written = Object.entries(toHeaderPatch(rows))
  return Object.fromEntries(written.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** The rows once they are saved, without any value. */
export function savedHeaderRows(rows: readonly HeaderRow[]): HeaderRow[] {
  const names = rows.filter((row) => row.change !== 'remove' && !isBlank(row)).map(({ name }) => name.trim())
  return headerRowsOf(names)
}

export type HeaderFault = { index: number; field: 'name' | 'value'; message: string }

/** What cannot be saved of these rows; `reserved` are names that this deployment signs with. */
export function headerFaults(rows: readonly HeaderRow[], reserved: readonly string[]): HeaderFault[] {
  return rows.flatMap((row, index): HeaderFault[] => {
    if (row.change === 'keep' || row.change === 'remove' || isBlank(row)) return []
    const name = row.change === 'new' ? headerNameFault(rows, index, reserved) : null
    const value = refuseHeaderValue(row.value.trim())
    return [
      ...(name === null ? [] : [{ index, field: 'name' as const, message: name }]),
      ...(value === null ? [] : [{ index, field: 'value' as const, message: value }]),
    ]
  })
}

/** What is wrong with the name of one row, in a sentence; null where it can be used. */
export function headerNameFault(
  rows: readonly HeaderRow[],
  index: number,
  reserved: readonly string[],
): string | null {
  const row = rows[index]
  if (row === undefined) return null
  const fault = refuseHeaderName(row.name.trim(), reserved)
  if (fault !== null) return fault
  const isThere = rows.some(
    (other, at) =>
      other !== row &&
      other.change !== 'remove' &&
      lowerName(other) === lowerName(row) &&
      (other.change !== 'new' || at < index),
  )
  return isThere ? 'There is a header of this name already; names differ in more than case.' : null
}

/** The headers in a text that was copied from elsewhere, one to a line; null where a line is none. */
export function readHeaderLines(text: string): { name: string; value: string }[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const found = lines.flatMap((line) => {
    const [, name, value] = /^\s*([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [{ name, value: value.trim() }]
  })
  return found.length > 0 && found.length === lines.length ? found : null
}

function isBlank({ change, name, value }: HeaderRow): boolean {
  return change === 'new' && name.trim() === '' && value.trim() === ''
}

function lowerName({ name }: HeaderRow): string {
  return name.trim().toLowerCase()
}
