import { pointerNames, pointerPart } from '@/lib/webhooks/json-pointer'
import { compileLinearPattern } from '@/lib/webhooks/linear-pattern'

/** The largest schema of an event type, in characters of JSON without spaces. */
const MAX_SCHEMA_LENGTH = 32 * 1024

const MAX_DEPTH = 32
// Counted with the names that are required, and with what references stand for, since a few of them can stand for millions.
const MAX_SUBSCHEMAS = 1_000
// Of all its expressions, counted likewise: each may cost a step for each character of an event.
const MAX_STATES = 1_000
const MOST_PROBLEMS = 20

type Json = Record<string, unknown>

/** What was found on the way through a schema: what is wrong, and how many states each expression has, and all of them. */
type Findings = { problems: SchemaProblem[]; states: Map<string, number>; allStates: number }

/** What a schema comes to, with all that its references stand for. */
type Size = { parts: number; states: number }

/** What is wrong with a schema: where, as a JSON pointer within it, a stable code, and a sentence. */
export type SchemaProblem = { pointer: string; code: string; detail: string }

const ofOne = new Set([
  'additionalProperties',
  'items',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
])
const ofList = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const ofNames = new Set(['properties', 'patternProperties', '$defs'])
const plain = new Set([
  ...['$schema', '$comment', '$ref', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly'],
  ...[
    'writeOnly',
    'type',
    'enum',
    'const',
    'required',
    'dependentRequired',
    'minProperties',
    'maxProperties',
  ],
  ...['minItems', 'maxItems', 'minContains', 'maxContains', 'minLength', 'maxLength', 'pattern', 'format'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
])

/**
 * What keeps a JSON Schema (draft 2020-12) from being an event type's, each with a pointer within it: keywords beyond
 * the supported ones, references to elsewhere or to themselves, expressions that cannot be tested in linear time, and
 * more of anything than checking an event may cost. Whether each keyword has a value of the right kind is another check.
 */
export function findSchemaProblems(schema: Json): SchemaProblem[] {
  const length = JSON.stringify(schema).length
  if (length > MAX_SCHEMA_LENGTH) {
    return [
      problem('', 'too_large', `The schema has ${length} characters, and may have ${MAX_SCHEMA_LENGTH}.`),
    ]
  }
  const findings: Findings = { problems: [], states: new Map(), allStates: 0 }
  const { problems } = findings
  if (schema.type !== 'object') {
    problems.push(problem('/type', 'not_an_object', 'data.object is an object: use "type": "object".'))
  }
  walk(schema, '', 0, findings)
  if (findings.allStates > MAX_STATES) problems.push(tooManyStates)
  if (problems.length === 0) problems.push(...findReferenceProblems(schema, findings.states))
  return problems.slice(0, MOST_PROBLEMS)
}

function walk(schema: unknown, at: string, depth: number, findings: Findings): void {
  const { problems } = findings
  if (typeof schema === 'boolean') return
  if (!isJson(schema)) {
    problems.push(problem(at, 'invalid_type', 'A schema is an object, true or false.'))
    return
  }
  if (depth > MAX_DEPTH) {
    problems.push(problem(at, 'too_deep', `A schema can be nested ${MAX_DEPTH} levels deep at most.`))
    return
  }
  for (const [key, value] of Object.entries(schema)) {
    const here = `${at}/${pointerPart(key)}`
    if (ofOne.has(key)) walk(value, here, depth + 1, findings)
    else if (ofList.has(key) && Array.isArray(value)) {
      for (const [index, each] of value.entries()) walk(each, `${here}/${index}`, depth + 1, findings)
    } else if (ofNames.has(key) && isJson(value)) {
      for (const [name, each] of Object.entries(value)) {
        const place = `${here}/${pointerPart(name)}`
        if (name === '__proto__') problems.push(problem(place, 'not_allowed', 'This name cannot be used.'))
        else {
          if (key === 'patternProperties') problems.push(...patternProblems(name, place, findings))
          walk(each, place, depth + 1, findings)
        }
      }
    } else if (key === 'pattern') problems.push(...patternProblems(value, here, findings))
    else if (key === '$schema') problems.push(...dialectProblems(value, here))
    else if (!plain.has(key) && !ofList.has(key) && !ofNames.has(key) && !key.startsWith('x-')) {
      problems.push(
        problem(here, 'unknown_keyword', `“${key.slice(0, 60)}” cannot be used in an event type’s schema.`),
      )
    }
  }
}

function patternProblems(pattern: unknown, at: string, findings: Findings): SchemaProblem[] {
  if (typeof pattern !== 'string') return [problem(at, 'invalid_type', 'Use a regular expression as text.')]
  // Once there are too many, hundreds more need not be compiled.
  if (findings.states.has(pattern) || findings.allStates > MAX_STATES) return []
  const compiled = compileLinearPattern(pattern)
  if ('problem' in compiled) return [problem(at, 'invalid_pattern', compiled.problem)]
  findings.states.set(pattern, compiled.states)
  findings.allStates += compiled.states
  return []
}

function dialectProblems(dialect: unknown, at: string): SchemaProblem[] {
  const isKnown =
    typeof dialect === 'string' && /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/.test(dialect)
  return isKnown ? [] : [problem(at, 'unknown_dialect', 'Schemas are of draft 2020-12.')]
}

const none: Size = { parts: 0, states: 0 }

const tooManyStates = problem(
  '',
  'too_large',
  'The regular expressions are too large together, those that references stand for included: use fewer, or let them repeat less, as {1,20} does for {1,200}.',
)

/** How many things a schema asks of a value and of what is in it, with all that its references stand for. */
export function countSchemaParts(schema: Json): number {
  return measure(schema, new Map()).parts
}

function findReferenceProblems(root: Json, states: ReadonlyMap<string, number>): SchemaProblem[] {
  const { problems, ...size } = measure(root, states)
  if (problems.length > 0) return problems
  if (size.parts > MAX_SUBSCHEMAS) {
    const detail = `The schema has ${size.parts} parts, those it refers to included, and may have ${MAX_SUBSCHEMAS}.`
    problems.push(problem('', 'too_large', detail))
  }
  if (size.states > MAX_STATES) problems.push(tooManyStates)
  return problems
}

/** Counts the schema with all that its references stand for. */
function measure(root: Json, states: ReadonlyMap<string, number>): Size & { problems: SchemaProblem[] } {
  const sizes = new Map<string, Size>()
  const underWay = new Set<string>()
  const problems: SchemaProblem[] = []

  function sizeOf(schema: unknown, at: string): Size {
    const size = { parts: 1, states: 0 }
    const add = ({ parts, states }: Size) => {
      size.parts += parts
      size.states += states
    }
    if (!isJson(schema)) return size
    for (const [key, value] of Object.entries(schema)) {
      const here = `${at}/${pointerPart(key)}`
      if (key === '$ref') add(sizeOfReference(value, here))
      // What is defined counts where it is referred to.
      else if (key === '$defs') continue
      else if (key === 'pattern') size.states += statesOf(value)
      else if (key === 'required') size.parts += lengthOf(value)
      else if (key === 'dependentRequired' && isJson(value)) {
        for (const names of Object.values(value)) size.parts += lengthOf(names)
      } else if (ofOne.has(key)) add(sizeOf(value, here))
      else if (ofList.has(key) && Array.isArray(value)) {
        for (const [index, each] of value.entries()) add(sizeOf(each, `${here}/${index}`))
      } else if (ofNames.has(key) && isJson(value)) {
        for (const [name, each] of Object.entries(value)) {
          if (key === 'patternProperties') size.states += statesOf(name)
          add(sizeOf(each, `${here}/${pointerPart(name)}`))
        }
      }
    }
    return size
  }

  function statesOf(pattern: unknown): number {
    return typeof pattern === 'string' ? (states.get(pattern) ?? 0) : 0
  }

  function sizeOfReference(reference: unknown, at: string): Size {
    const name = definitionName(reference)
    if (name !== null && definitionOf(root, name) !== undefined) return sizeOfDefinition(name, at)
    const detail = 'A reference leads to a definition of the same schema: "#/$defs/<name>".'
    problems.push(problem(at, 'unknown_ref', detail))
    return none
  }

  function sizeOfDefinition(name: string, at: string): Size {
    if (underWay.has(name)) {
      problems.push(problem(at, 'recursive_ref', 'A definition cannot refer to itself.'))
      return none
    }
    const known = sizes.get(name)
    if (known !== undefined) return known
    underWay.add(name)
    const size = sizeOf(definitionOf(root, name), `/$defs/${pointerPart(name)}`)
    underWay.delete(name)
    sizes.set(name, size)
    return size
  }

  const definitions = isJson(root.$defs) ? Object.keys(root.$defs) : []
  for (const name of definitions) sizeOfDefinition(name, `/$defs/${pointerPart(name)}`)
  const { parts, states: allStates } = sizeOf(root, '')
  return { parts: parts + definitions.length, states: allStates, problems }
}

function lengthOf(names: unknown): number {
  return Array.isArray(names) ? names.length : 0
}

/** The definition that a reference names; null where it leads elsewhere. */
export function definitionName(reference: unknown): string | null {
  // Without “%” and “#”, which mean something in an address: what checks events would read another name than this.
  const isOne = typeof reference === 'string' && /^#\/\$defs\/[^/%#]+$/.test(reference)
  return isOne ? (pointerNames(reference)[1] ?? null) : null
}

/** A definition of a schema by its name. */
export function definitionOf(root: Json, name: string): unknown {
  const { $defs } = root
  return isJson($defs) && Object.hasOwn($defs, name) ? $defs[name] : undefined
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function problem(pointer: string, code: string, detail: string): SchemaProblem {
  return { pointer, code, detail }
}
