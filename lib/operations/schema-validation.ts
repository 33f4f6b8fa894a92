import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import type { FieldError } from '@/lib/errors'
import type { JsonSchema } from '@/lib/webhooks/event-types/json-schema'
import { countSchemaParts, findSchemaProblems } from '@/lib/webhooks/event-types/schema-problems'
import { pointerNames, pointerPart } from '@/lib/webhooks/json-pointer'
import { compileLinearPattern } from '@/lib/webhooks/linear-pattern'
import { checkedFormats } from './schema-formats'

/** How many violations of an event are told. */
const MOST_VIOLATIONS = 5

const LONGEST_TEXT = 100

// All that is wrong is gathered before the first five are taken: where it may be more than this, the first one alone is told.
const MOST_GATHERED = 50_000

// Ajv makes a function of a schema by `new Function`; it runs on the server alone, and what it is made of is escaped.
const options: Options = {
  strict: false,
  logger: false,
  validateSchema: false,
  meta: false,
  // Else every object would have a “constructor”.
  ownProperties: true,
  formats: checkedFormats,
  code: { regExp: Object.assign(linearRegExp, { code: '' }) },
}

type Compiled = { isValid: ValidateFunction; parts: number; tellAll?: ValidateFunction }

const compiled = new WeakMap<JsonSchema, Compiled>()

/**
 * What of a value does not match a schema: at most `MOST_VIOLATIONS`, of a very large value the first, each with a JSON
 * pointer within the value; none for one that matches. A schema is compiled once; it must be one that `findSchemaFaults` has nothing against.
 */
export function findViolations(schema: JsonSchema, value: unknown): FieldError[] {
  const known = compiled.get(schema) ?? {
    isValid: new Ajv2020(options).compile(schema),
    parts: countSchemaParts(schema),
  }
  compiled.set(schema, known)
  if (known.isValid(value)) return []
  const found = new Map<string, FieldError>()
  for (const error of allErrors(schema, known, value) ?? known.isValid.errors ?? []) {
    const violation = toViolation(error)
    // Of a choice, what is wrong with each alternative says more than that none fits.
    const key = `${violation.pointer} ${violation.detail}`
    if (!found.has(key)) found.set(key, violation)
    if (found.size === MOST_VIOLATIONS) break
  }
  return [...found.values()]
}

/** Null where there might be too many to gather. */
function allErrors(schema: JsonSchema, known: Compiled, value: unknown): ErrorObject[] | null {
  if (countValues(value, MOST_GATHERED / known.parts) > MOST_GATHERED / known.parts) return null
  known.tellAll ??= new Ajv2020({ ...options, allErrors: true }).compile(schema)
  known.tellAll(value)
  return known.tellAll.errors ?? null
}

/** The value and all that is in it; it stops counting beyond `most`. */
function countValues(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1
  let count = 1
  for (const inner of Object.values(value)) {
    count += countValues(inner, most - count)
    if (count > most) break
  }
  return count
}

let metaSchema: Ajv2020 | undefined

/** What keeps an object from being the schema of an event type, each with a JSON pointer within it. */
export function findSchemaFaults(schema: Record<string, unknown>): FieldError[] {
  const problems = findSchemaProblems(schema)
  if (problems.length > 0) return problems
  metaSchema ??= new Ajv2020({ strict: false, logger: false, allErrors: true, validateFormats: false })
  if (metaSchema.validateSchema(schema) !== true) {
    const errors = (metaSchema.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf')
    return errors
      .slice(0, MOST_VIOLATIONS)
      .map((error) => ({ ...toViolation(error), code: 'invalid_schema' }))
  }
  try {
    new Ajv2020(options).compile(schema)
    return []
  } catch {
    return [{ pointer: '', code: 'invalid_schema', detail: 'This is not a JSON Schema that can be used.' }]
  }
}

function linearRegExp(source: string): { test(text: string): boolean; toString(): string } {
  const pattern = compileLinearPattern(source)
  if ('problem' in pattern) throw new Error(pattern.problem)
  // Ajv keeps expressions by what they are as a text.
  return { test: pattern.test, toString: () => source }
}

function toViolation({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const pointer = pointerNames(instancePath)
    .map((name) => `/${pointerPart(name)}`)
    .join('')
  const at = (name: unknown) => `${pointer}/${pointerPart(String(name))}`
  switch (keyword) {
    case 'required':
      return { pointer: at(params.missingProperty), code: 'required', detail: 'This is required.' }
    case 'additionalProperties':
      return {
        pointer: at(params.additionalProperty),
        code: 'unknown_field',
        detail: 'The schema has no such field.',
      }
    default:
      return {
        pointer,
        code: 'schema_violation',
        detail: sentence(keyword, params, message),
      }
  }
}

function sentence(keyword: string, params: Record<string, unknown>, message = 'does not match'): string {
  switch (keyword) {
    case 'type':
      return `This must be ${article([params.type].flat().join(' or '))}.`
    case 'enum':
      return `This must be one of ${list(params.allowedValues)}.`
    case 'const':
      return `This must be ${list([params.allowedValue])}.`
    case 'pattern':
      return `This must match ${shorten(String(params.pattern))}.`
    case 'format':
      return `This must have the format ${shorten(String(params.format))}.`
    case 'false schema':
      return 'This is not allowed.'
    default:
      return `This ${shorten(message)}.`
  }
}

function article(type: string): string {
  return type === 'null' ? type : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`
}

function list(values: unknown): string {
  return shorten(
    [values]
      .flat()
      .map((value) => JSON.stringify(value))
      .join(', '),
  )
}

/** Without halves of characters, which strict readers of JSON refuse. */
function shorten(text: string): string {
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
  return shown.toWellFormed()
}
