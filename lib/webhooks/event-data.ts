import { pointerPart } from './json-pointer'

/** Deepest nesting of `data` that is accepted: far below where serialising overflows the stack. */
export const MAX_DATA_DEPTH = 64

/** Why a `data` value cannot be stored: `path` is a JSON pointer from `data` on. */
export type DataProblem = { path: string; code: 'too_deep' | 'number_not_exact'; detail: string }

/**
 * Finds what would not survive `JSON.stringify(JSON.parse(text))` in every language: whole numbers beyond 2^53,
 * which a double does not hold exactly, numbers beyond all doubles, and nesting deeper than 64. Null where the value is
 * fine.
 */
export function findDataProblem(value: unknown, depth = 0): DataProblem | null {
  if (typeof value === 'number') {
    const isLost = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))
    return isLost
      ? {
          path: '',
          code: 'number_not_exact',
          detail: 'Numbers beyond 2^53 lose digits in JSON: send them as strings.',
        }
      : null
  }
  if (typeof value !== 'object' || value === null) return null
  if (depth >= MAX_DATA_DEPTH) {
    return { path: '', code: 'too_deep', detail: `Data can be nested ${MAX_DATA_DEPTH} levels deep at most.` }
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = findDataProblem(inner, depth + 1)
    // The path is made on the way back: nearly all data is fine and needs none.
    if (found) return { ...found, path: `/${pointerPart(key)}${found.path}` }
  }
  return null
}

/** An id or e-mail address found in an event's object, by which people search. */
export type ObjectRef = { kind: string; value: string }

const MAX_REFS = 20
const MAX_VALUE_LENGTH = 128
const MAX_KIND_LENGTH = 64
const MAX_REF_DEPTH = 4

/**
 * The ids and e-mail addresses in `data.object` of an event of `type`: its own `id` under the type's object name
 * (`order`), `…_id` and the `id` of a nested object under theirs, `email` and `…_email` as `email`. Values are
 * lower-cased text; at most 20, from at most 4 levels.
 */
export function findObjectRefs(type: string, object: unknown): ObjectRef[] {
  const refs = new Map<string, ObjectRef>()
  collect(object, type.split('.')[0] ?? type, 0, refs)
  return [...refs.values()].slice(0, MAX_REFS)
}

function collect(value: unknown, kind: string, depth: number, refs: Map<string, ObjectRef>): void {
  if (typeof value !== 'object' || value === null || depth >= MAX_REF_DEPTH || refs.size >= MAX_REFS) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, kind, depth + 1, refs)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object') collect(inner, key, depth + 1, refs)
    else {
      const refKind = refKindOf(key, kind)
      if (refKind) add(refKind, inner, refs)
    }
  }
}

function refKindOf(key: string, objectKind: string): string | null {
  if (key === 'id') return objectKind
  if (key === 'email' || key.endsWith('_email')) return 'email'
  return key.endsWith('_id') ? key.slice(0, -3) : null
}

function add(kind: string, value: unknown, refs: Map<string, ObjectRef>): void {
  if (typeof value !== 'string' && typeof value !== 'number') return
  const text = String(value).toLowerCase()
  if (!isSearchable(kind, MAX_KIND_LENGTH) || !isSearchable(text, MAX_VALUE_LENGTH)) return
  refs.set(`${kind}\n${text}`, { kind, value: text })
}

/** NUL cannot be stored as text in PostgreSQL, and lone surrogates are no UTF-8. */
function isSearchable(text: string, most: number): boolean {
  return text !== '' && text.length <= most && !text.includes('\0') && text.isWellFormed()
}
