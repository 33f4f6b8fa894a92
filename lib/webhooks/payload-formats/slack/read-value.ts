import { amountText } from './amount'

/** How a template shows a value: as it is, or by one of these names. */
export type Shown = 'text' | 'words' | 'signed' | 'money' | 'person' | 'count' | 'items'

type Fields = Record<string, unknown>

/** What stands at a dotted path of an event's object, as text; null where nothing is there that can be shown so. */
export function readValue(object: unknown, path: string, shown: Shown): string | null {
  const value = valueAt(object, path)
  switch (shown) {
    case 'text':
      return scalarText(value)
    case 'words':
      return scalarText(value)?.replaceAll('_', ' ') ?? null
    case 'signed':
      return typeof value === 'number' && value > 0 ? `+${value}` : scalarText(value)
    case 'money':
      return amountText(value, isFields(object) ? object.currency : undefined)
    case 'person':
      return personText(value)
    case 'count':
      return Array.isArray(value) ? String(value.length) : null
    case 'items':
      return itemsText(value)
  }
}

/** The object's own value at a dotted path; the object itself for an empty one. */
function valueAt(object: unknown, path: string): unknown {
  if (path === '') return object
  let value = object
  for (const name of path.split('.')) {
    if (!isFields(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return value
}

/** A text that is not blank, or a number; null for anything else. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** By name, else by company or address. */
function personText(value: unknown): string | null {
  if (!isFields(value)) return scalarText(value)
  const names = [value.first_name, value.last_name].map(scalarText).filter((name) => name !== null)
  if (names.length > 0) return names.join(' ')
  return scalarText(value.full_name) ?? scalarText(value.company) ?? scalarText(value.email)
}

const MOST_ITEMS = 2
const LONGEST_ITEM = 32

/** The first lines of an order: “2 × Moving box, 1 × Tape and 3 more”. */
function itemsText(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const shown = value.slice(0, MOST_ITEMS).flatMap((line: unknown) => {
    const name = isFields(line) ? (scalarText(line.name) ?? scalarText(line.sku)) : null
    if (name === null || !isFields(line)) return []
    return [typeof line.quantity === 'number' ? `${line.quantity} × ${shorten(name)}` : shorten(name)]
  })
  if (shown.length === 0) return null
  const rest = value.length - shown.length
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function shorten(name: string): string {
  const characters = [...name.slice(0, 2 * LONGEST_ITEM + 2)]
  return characters.length > LONGEST_ITEM ? `${characters.slice(0, LONGEST_ITEM - 1).join('')}…` : name
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
