import {
  type EventFilter,
  type FilterCondition,
  type FilterOperator,
  readFilter,
} from '@/lib/webhooks/event-filter'

/** What a typed value stands for; `mixed` is a list whose lines are written as JSON. */
export type ValueType = 'text' | 'number' | 'boolean' | 'null' | 'mixed'

/** A condition as it is typed. */
export type ConditionDraft = {
  /** Among the conditions of one form. */
  key: number
  path: string
  operator: FilterOperator
  type: ValueType
  /** A text or number; of a list, one to a line. */
  value: string
  /** The value of a condition that asks for true or false. */
  isTrue: boolean
}

/** A filter as it is typed; one without conditions is none. */
export type FilterDraft = { match: EventFilter['match']; conditions: ConditionDraft[] }

type Scalar = string | number | boolean | null

/** The draft of what is saved; of none, and of what is no filter, an empty one. */
export function filterDraftOf(stored: unknown): FilterDraft {
  const filter = readFilter(stored)
  return filter
    ? { match: filter.match, conditions: filter.conditions.map(toDraft) }
    : { match: 'all', conditions: [] }
}

/** With one more condition, about `path`; taken away again, it is what it was. */
export function addCondition({ match, conditions }: FilterDraft, path = ''): FilterDraft {
  const key = Math.max(-1, ...conditions.map((condition) => condition.key)) + 1
  const added: ConditionDraft = { key, path, operator: 'equals', type: 'text', value: '', isTrue: true }
  return { match, conditions: [...conditions, added] }
}

/** What the draft says, whether or not it can be saved: a number that is none is NaN. Null without conditions. */
export function toFilter({ match, conditions }: FilterDraft): EventFilter | null {
  return conditions.length === 0 ? null : { match, conditions: conditions.map(toCondition) }
}

function toCondition(draft: ConditionDraft): FilterCondition {
  const path = draft.path.trim()
  const { operator } = draft
  switch (operator) {
    case 'exists':
      return { path, operator, value: draft.isTrue }
    case 'starts_with':
      return { path, operator, value: draft.value }
    case 'in':
    case 'not_in':
      return { path, operator, value: toList(draft) }
    case 'greater_than':
    case 'greater_than_or_equal':
    case 'less_than':
    case 'less_than_or_equal':
      return { path, operator, value: toNumber(draft.value) }
    default:
      return { path, operator, value: toScalar(draft) }
  }
}

function toScalar({ type, value, isTrue }: ConditionDraft): Scalar {
  if (type === 'number') return toNumber(value)
  if (type === 'boolean') return isTrue
  return type === 'null' ? null : value
}

function toList({ type, value }: ConditionDraft): Scalar[] {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  if (type === 'number') return lines.map(toNumber)
  return type === 'mixed' ? lines.map(readLine) : lines.map((line) => line.trim())
}

function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

function readLine(line: string): Scalar {
  try {
    const read: unknown = JSON.parse(line)
    if (read === null || typeof read === 'boolean' || typeof read === 'number' || typeof read === 'string')
      return read
  } catch {
    // Not JSON: told as what it is not.
  }
  return Number.NaN
}

function toDraft(condition: FilterCondition, key: number): ConditionDraft {
  const { path, operator, value } = condition
  const draft: ConditionDraft = { key, path, operator, type: 'text', value: '', isTrue: value !== false }
  if (!Array.isArray(value)) return { ...draft, type: typeOf(value), value: toText(value) }
  const isPlain = (item: Scalar) => typeof item === 'string' && item.trim() === item && /^[^\n]+$/.test(item)
  if (value.every(isPlain)) return { ...draft, value: value.join('\n') }
  if (value.every((item) => typeof item === 'number'))
    return { ...draft, type: 'number', value: value.join('\n') }
  return { ...draft, type: 'mixed', value: value.map((item) => JSON.stringify(item)).join('\n') }
}

function toText(value: Scalar): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What a value in the data is. */
export function typeOf(value: Scalar): Exclude<ValueType, 'mixed'> {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'text'
  return typeof value === 'number' ? 'number' : 'boolean'
}
