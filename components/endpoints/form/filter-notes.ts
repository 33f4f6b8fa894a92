import type { EventType } from '@/lib/webhooks/event-types/define-event-type'
import { type ConditionDraft, toFilter, typeOf, type ValueType } from './filter-draft'
import { sampleValue } from './sample-paths'

const typeWords: Record<Exclude<ValueType, 'mixed'>, string> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

/** What makes a condition that can be saved look like a slip, in a sentence; null where nothing does. */
export function pathNote(condition: ConditionDraft, types: readonly EventType[]): string | null {
  const path = condition.path.trim()
  if (path === '' || types.length === 0 || /\.\d+(\.|$)/.test(path)) return null
  const found = types.map((type) => sampleValue(type, path)).filter((value) => value !== undefined)
  if (found.length === 0) {
    return types.length === 1
      ? `The sample of ${types[0]?.name} has no “${path}”.`
      : `No sample of the chosen event types has “${path}”.`
  }
  return typeNote(condition, found)
}

/** A text never equals a number, however alike they look. */
function typeNote(condition: ConditionDraft, found: readonly unknown[]): string | null {
  const { operator } = condition
  const asked = toFilter({ match: 'all', conditions: [condition] })?.conditions[0]?.value
  const wanted = [asked].flat()
  if (operator === 'exists' || operator === 'contains' || wanted.length === 0) return null
  const types = new Set(found.flatMap((value) => (isScalar(value) && value !== null ? typeOf(value) : [])))
  const isAlike = wanted.some((value) => value === null || (isScalar(value) && types.has(typeOf(value))))
  const [type] = types
  if (isAlike || type === undefined || types.size > 1) return null
  return `In the samples, “${condition.path.trim()}” is ${typeWords[type]}, which never equals what is given here.`
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
