import type { JsonSchema } from './json-schema'
import { definitionName, definitionOf } from './schema-problems'

const MAX_DEPTH = 16
const MOST_VALUES = 2_000

/** Where a sample is being made: lists of lists must not make more of it than anybody reads. */
type Making = { root: JsonSchema; left: number }

const samplesOfFormat: ReadonlyMap<string, string> = new Map([
  ['date-time', '2026-01-16T14:20:00Z'],
  ['date', '2026-01-16'],
  ['time', '14:20:00Z'],
  ['email', 'maria@example.com'],
  ['uri', 'https://example.com/'],
  ['url', 'https://example.com/'],
  ['uuid', '01890a5d-ac96-774b-bcce-b302099a8057'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
])

/**
 * An object that shows what a schema describes, one that `findSchemaProblems` has nothing against: its examples,
 * defaults and choices where it has some, else plain values of each type. It is a beginning: what an expression or several conditions ask for is not worked out.
 */
export function sampleOfSchema(schema: JsonSchema): Record<string, unknown> {
  const made = sampleValue(schema, { root: schema, left: MOST_VALUES }, 0)
  return isRecord(made) ? made : {}
}

function sampleValue(given: unknown, making: Making, depth: number): unknown {
  if (!isRecord(given) || depth > MAX_DEPTH || making.left-- <= 0) return null
  const schema = resolve(given, making.root)
  const [example] = list(schema.examples)
  if (example !== undefined) return example
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  const [choice] = list(schema.enum)
  if (choice !== undefined) return choice
  const [variant] = [...list(schema.oneOf), ...list(schema.anyOf)]
  if (variant !== undefined && schema.properties === undefined) return sampleValue(variant, making, depth + 1)
  const type = [schema.type].flat().find((name) => name !== 'null')
  if (type === 'object' || schema.properties !== undefined) return objectOf(schema, making, depth)
  if (type === 'array') {
    const least = Math.min(numberOr(schema.minItems, 1), 20)
    const item = schema.items === undefined ? list(schema.prefixItems)[0] : schema.items
    return isRecord(item)
      ? Array.from({ length: Math.max(least, 1) }, () => sampleValue(item, making, depth + 1))
      : []
  }
  if (type === 'string') return textOf(schema)
  if (type === 'integer' || type === 'number') return numberOf(schema)
  return type === 'boolean' ? true : null
}

function objectOf(schema: Record<string, unknown>, making: Making, depth: number): Record<string, unknown> {
  const parts = [
    schema,
    ...list(schema.allOf).map((part) => (isRecord(part) ? resolve(part, making.root) : {})),
  ]
  return Object.fromEntries(
    parts.flatMap(({ properties }) =>
      isRecord(properties)
        ? Object.entries(properties).map(([name, each]) => [name, sampleValue(each, making, depth + 1)])
        : [],
    ),
  )
}

function textOf({ format, minLength, maxLength }: Record<string, unknown>): string {
  const known = typeof format === 'string' ? samplesOfFormat.get(format) : undefined
  if (known !== undefined) return known
  return 'text'.padEnd(Math.min(numberOr(minLength, 0), 1_000), 'x').slice(0, numberOr(maxLength, 1_000))
}

function numberOf(schema: Record<string, unknown>): number {
  const least = numberOr(schema.minimum, numberOr(schema.exclusiveMinimum, 0) + 1)
  const most = numberOr(schema.maximum, numberOr(schema.exclusiveMaximum, Number.POSITIVE_INFINITY) - 1)
  const step = numberOr(schema.multipleOf, 0)
  const value = Math.min(least, most)
  return step > 0 ? Math.ceil(value / step) * step : value
}

function resolve(schema: Record<string, unknown>, root: JsonSchema): Record<string, unknown> {
  const definition = definitionOf(root, definitionName(schema.$ref) ?? '')
  if (!isRecord(definition)) return schema
  const { $ref: _, ...beside } = schema
  return { ...resolve(definition, root), ...beside }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function numberOr(value: unknown, other: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : other
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
