import { z } from 'zod'

/** How many conditions a filter can have. */
export const MAX_CONDITIONS = 10
const MAX_VALUES = 50
const MAX_TEXT_LENGTH = 256
const MAX_PATH_LENGTH = 128
const MAX_PATH_PARTS = 8

// U+FFFD is what NUL and halves of characters in data are compared as, in SQL: so that it matches neither.
const isComparable = (text: string) => text.isWellFormed() && !text.includes('\0') && !text.includes('\ufffd')

const text = z
  .string('Use a text.')
  .max(MAX_TEXT_LENGTH, `Use at most ${MAX_TEXT_LENGTH} characters.`)
  .refine(isComparable, 'This text holds characters that cannot be compared.')

const path = z
  .string('Use a path, such as “customer.id”.')
  .min(1, 'Fill this in.')
  .max(MAX_PATH_LENGTH, `Use at most ${MAX_PATH_LENGTH} characters.`)
  .refine((value) => value === '' || value.split('.').every((part) => part !== ''), {
    error: 'Separate the names by single dots, such as “customer.id”.',
  })
  .refine((value) => value.split('.').length <= MAX_PATH_PARTS, `Use at most ${MAX_PATH_PARTS} names.`)
  .refine(isComparable, 'This path holds characters that cannot be compared.')

const scalar = z.union([text, z.number(), z.boolean(), z.null()], {
  error: `Use a text of at most ${MAX_TEXT_LENGTH} characters, a number, true, false or null.`,
})
const scalars = z
  .array(scalar, 'Use a list of values.')
  .min(1, 'List at least one value.')
  .max(MAX_VALUES, `List at most ${MAX_VALUES} values.`)
const number = z.number('Use a number.')

/** What a condition can ask, in the order of a picker. */
export const filterOperators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'greater_than',
  'greater_than_or_equal',
  'less_than',
  'less_than_or_equal',
  'contains',
  'starts_with',
  'exists',
] as const

export type FilterOperator = (typeof filterOperators)[number]

const condition = z.discriminatedUnion(
  'operator',
  [
    z.strictObject({ path, operator: z.enum(['equals', 'not_equals', 'contains']), value: scalar }),
    z.strictObject({ path, operator: z.enum(['in', 'not_in']), value: scalars }),
    z.strictObject({
      path,
      operator: z.enum(['greater_than', 'greater_than_or_equal', 'less_than', 'less_than_or_equal']),
      value: number,
    }),
    z.strictObject({ path, operator: z.literal('starts_with'), value: text.min(1, 'Fill this in.') }),
    z.strictObject({ path, operator: z.literal('exists'), value: z.boolean('Use true or false.') }),
  ],
  { error: `Choose one of ${filterOperators.join(', ')}.` },
)

/** What an endpoint asks of an event's `data.object` before it gets the event: all, or any, of 1 to 10 conditions. */
export const eventFilterSchema = z
  .strictObject({
    match: z
      .enum(['all', 'any'], { error: 'Use “all” or “any”.' })
      .describe('Whether all conditions must hold, or any of them.'),
    conditions: z
      .array(condition, 'Use a list of conditions.')
      .min(1, 'Add at least one condition.')
      .max(MAX_CONDITIONS, `Use at most ${MAX_CONDITIONS} conditions.`),
  })
  .meta({ id: 'EventFilter' })

export type EventFilter = z.infer<typeof eventFilterSchema>
export type FilterCondition = EventFilter['conditions'][number]

/** How a condition fared: `found` is what its path led to, null where it led nowhere. */
export type ConditionAnswer = {
  condition: FilterCondition
  holds: boolean
  found: { value: unknown } | null
}

/** The filter in a stored value; null where there is none, or what is there is no filter, and so everything passes. */
export function readFilter(stored: unknown): EventFilter | null {
  return eventFilterSchema.safeParse(stored).data ?? null
}

/**
 * Whether an event's `data.object`, as JSON.parse gives it, passes a filter. In SQL it is `passes_filter()`, and the
 * two always agree. What a path does not lead to passes `not_equals`, `not_in` and `exists: false`, and nothing else;
 * so does a value of another type than the condition's for the first two. JSON null is a value, and exists.
 */
export function passesFilter(filter: EventFilter, object: unknown): boolean {
  return explainFilter(filter, object).passes
}

/** The same with each condition's own answer, in their order. */
export function explainFilter(
  filter: EventFilter,
  object: unknown,
): { passes: boolean; conditions: ConditionAnswer[] } {
  const conditions = filter.conditions.map((condition) => {
    const found = findAt(object, condition.path)
    return { condition, holds: holdsFor(condition, found), found }
  })
  const passes =
    filter.match === 'all' ? conditions.every(({ holds }) => holds) : conditions.some(({ holds }) => holds)
  return { passes, conditions }
}

const LIST_INDEX = /^(0|[1-9][0-9]{0,8})$/

function findAt(object: unknown, path: string): { value: unknown } | null {
  let value = object
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return null
    if (Array.isArray(value) && !LIST_INDEX.test(part)) return null
    const member = Object.getOwnPropertyDescriptor(value, part)
    if (!member) return null
    value = member.value
  }
  // JSON.stringify makes null of what is beyond a double, so that is what is stored and sent.
  return { value: typeof value === 'number' && !Number.isFinite(value) ? null : value }
}

function holdsFor(condition: FilterCondition, found: { value: unknown } | null): boolean {
  const { operator, value } = condition
  if (operator === 'exists') return (found !== null) === value
  // Undefined is no value of JSON, so nothing equals it.
  const actual = found?.value
  switch (operator) {
    case 'equals':
      return actual === value
    case 'not_equals':
      return actual !== value
    case 'in':
      return value.some((each) => each === actual)
    case 'not_in':
      return value.every((each) => each !== actual)
    case 'greater_than':
      return typeof actual === 'number' && actual > value
    case 'greater_than_or_equal':
      return typeof actual === 'number' && actual >= value
    case 'less_than':
      return typeof actual === 'number' && actual < value
    case 'less_than_or_equal':
      return typeof actual === 'number' && actual <= value
    case 'contains':
      if (Array.isArray(actual)) return actual.some((each) => each === value)
      return typeof actual === 'string' && typeof value === 'string' && actual.includes(value)
    case 'starts_with':
      return typeof actual === 'string' && actual.startsWith(value)
  }
}
