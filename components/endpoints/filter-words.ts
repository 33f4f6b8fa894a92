import type { EventFilter, FilterCondition, FilterOperator } from '@/lib/webhooks/event-filter'

/** What stands between path and value. */
export const operatorWords: Record<FilterOperator, string> = {
  equals: 'is',
  not_equals: 'is not',
  in: 'is one of',
  not_in: 'is none of',
  greater_than: 'is greater than',
  greater_than_or_equal: 'is at least',
  less_than: 'is less than',
  less_than_or_equal: 'is at most',
  contains: 'contains',
  starts_with: 'starts with',
  exists: 'is there or missing',
}

const MOST_LISTED = 5

/** “total is greater than 100 and status is “paid””: which events pass. */
export function filterWords({ match, conditions }: EventFilter): string {
  return conditions.map(conditionWords).join(match === 'all' ? ' and ' : ' or ')
}

/** A condition as part of a sentence. */
export function conditionWords({ path, operator, value }: FilterCondition): string {
  if (operator === 'exists') return `${path} is ${value ? 'there' : 'missing'}`
  if (!Array.isArray(value)) return `${path} ${operatorWords[operator]} ${valueWords(value)}`
  const shown = value.slice(0, MOST_LISTED).map(valueWords)
  const left = value.length - shown.length
  return `${path} ${operatorWords[operator]} ${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

/** A value in words: texts in quotes, so that “7” and 7 differ. */
export function valueWords(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}
