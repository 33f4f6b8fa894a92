import { visibleLine } from './visible-text'

/** A single value of an object: where it is, `customer.email` or `line_items[0].sku`, and what it is. */
export type ObjectRow = { path: string; value: string }

const LONGEST_PATH = 200
const LONGEST_VALUE = 1_000

/**
 * The single values within an object, in its order, as lines that a person can read; of more than `most`, the first ones,
 * and how many there are besides. Lists of single values are one row.
 */
export function objectRows(object: unknown, most = 200): { rows: ObjectRow[]; left: number } {
  const rows: ObjectRow[] = []
  let left = 0
  const add = (path: string, value: string) => {
    if (rows.length < most)
      rows.push({ path: visibleLine(path, LONGEST_PATH), value: visibleLine(value, LONGEST_VALUE) })
    else left++
  }
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return add(path, toText(value))
    const inner = Object.entries(value)
    if (inner.length === 0) return add(path, '(empty)')
    if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
      return add(path, value.map(toText).join(', '))
    }
    for (const [key, item] of inner) {
      walk(item, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`)
    }
  }
  for (const [key, value] of Object.entries(typeof object === 'object' && object !== null ? object : {})) {
    walk(value, key)
  }
  return { rows, left }
}

function toText(value: unknown): string {
  return value === null || value === '' ? '—' : String(value)
}
