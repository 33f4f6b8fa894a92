import { stripVTControlCharacters } from 'node:util'

const GAP = '  '
const NARROWEST = 8
// What would move the cursor, or colour what follows, is no text of a table.
const UNSEEN = /\p{Cc}/gu

/**
 * Rows below their heads, in lines of `width` characters at most: the widest columns are cut first, with … at the cut.
 * Those of `kept`, like ids to copy, stay whole. Characters are counted one each.
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  kept: readonly number[] = [],
): string {
  const lines = [head.map((text) => text.toUpperCase()), ...rows].map((row) => row.map(plain))
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column]?.length ?? 0)))
  const room = width - GAP.length * (head.length - 1)
  const columns = widths.map((_, column) => column).filter((column) => !kept.includes(column))
  while (sum(widths) > room) {
    const cut = columns.map((column) => widths[column] ?? 0)
    const widest = Math.max(...cut)
    if (widest <= NARROWEST) break
    const shared = columns.filter((column) => widths[column] === widest)
    const second = Math.max(NARROWEST, ...cut.filter((each) => each < widest))
    const next = Math.max(second, widest - Math.ceil((sum(widths) - room) / shared.length))
    for (const column of shared) widths[column] = next
  }
  return lines
    .map((row) =>
      row
        .map((text, column) => toWidth(text, widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    )
    .join('\n')
}

/** Text as one line that does nothing to the terminal it is shown on. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replaceAll(UNSEEN, ' ')
}

function toWidth(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
