import type { SchemaField } from '@/lib/webhooks/event-types/schema-fields'
import type {
  DocumentedAnswer,
  DocumentedOperation,
  MediaType,
  OpenApiDocument,
  Parameter,
} from './document-form'
import { alternativesOf, fieldsOf, resolve } from './resolved-schema'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** An operation in the list of the reference. */
type ReferenceEntry = { id: string; method: string; path: string; summary: string }

export type ReferenceGroup = { name: string; description: string; entries: ReferenceEntry[] }

export type ReferenceParameter = {
  name: string
  place: Parameter['in']
  description: string
  isRequired: boolean
  /** In words, as of a field of a body. */
  type: string
  limits: string[]
  choices: string[]
  example: string | null
}

export type ReferenceAnswer = {
  status: string
  description: string
  headers: { name: string; description: string }[]
  fields: SchemaField[]
  /** Set out to be read. */
  examples: { summary: string; text: string }[]
}

/** `alternatives` are the names of fields that go together, where a body is one set of them or another. */
type ReferenceBody = {
  isRequired: boolean
  fields: SchemaField[]
  alternatives: string[][]
  example: string
}

/** An operation with all that the reference shows of it. */
export type ReferenceOperation = ReferenceEntry & {
  group: string
  description: string
  serverUrl: string
  /** What lets callers in, and which scope it must have. */
  access: { scheme: string; scope: string | null } | null
  parameters: ReferenceParameter[]
  body: ReferenceBody | null
  answers: ReferenceAnswer[]
  problems: ReferenceAnswer[]
}

/** The operations of a document by their groups. */
export function referenceGroups(document: OpenApiDocument): ReferenceGroup[] {
  const all = listed(document)
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    entries: all.filter(({ operation }) => operation.tags.includes(name)).map(({ entry }) => entry),
  }))
}

/** The operation of this id, null for none. */
export function referenceOperation(document: OpenApiDocument, id: string): ReferenceOperation | null {
  const found = listed(document).find(({ entry }) => entry.id === id)
  if (!found) return null
  const { entry, operation } = found
  const [scheme] = Object.entries(operation.security[0] ?? {})
  const answers = Object.entries(operation.responses)
  return {
    ...entry,
    group: operation.tags[0] ?? '',
    description: operation.description ?? '',
    serverUrl: document.servers[0]?.url ?? '',
    access: scheme ? { scheme: scheme[0], scope: scheme[1][0] ?? null } : null,
    parameters: (operation.parameters ?? []).flatMap((each) => parameterOf(document, each)),
    body: bodyOf(document, operation),
    answers: answers.flatMap(([status, each]) => ('$ref' in each ? [] : [answerOf(document, status, each)])),
    problems: answers.flatMap(([status, each]) => {
      const problem = '$ref' in each ? document.components.responses[nameIn(each.$ref)] : undefined
      return problem ? [answerOf(document, status, problem)] : []
    }),
  }
}

function listed(document: OpenApiDocument): { entry: ReferenceEntry; operation: DocumentedOperation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const { operationId: id, summary } = operation
      return [{ entry: { id, method: method.toUpperCase(), path, summary }, operation }]
    }),
  )
}

function parameterOf(
  { components }: OpenApiDocument,
  each: Parameter | { $ref: string },
): ReferenceParameter[] {
  const found = '$ref' in each ? components.parameters[nameIn(each.$ref)] : each
  if (!found) return []
  const schema = resolve(found.schema, components.schemas)
  // As the only field of an object it is told as those of bodies are.
  const [field] = fieldsOf({ type: 'object', properties: { value: schema } }, {})
  return [
    {
      name: found.name,
      place: found.in,
      description: found.description ?? schema.description ?? '',
      isRequired: found.required ?? false,
      type: field?.type ?? 'any',
      limits: field?.limits ?? [],
      choices: field?.choices ?? [],
      example: typeof found.example === 'string' ? found.example : null,
    },
  ]
}

function bodyOf(
  { components }: OpenApiDocument,
  { requestBody }: DocumentedOperation,
): ReferenceOperation['body'] {
  const media = requestBody?.content['application/json']
  if (!requestBody || !media) return null
  return {
    isRequired: requestBody.required,
    fields: fieldsOf(media.schema, components.schemas),
    alternatives: alternativesOf(media.schema, components.schemas),
    example: JSON.stringify(media.example, null, 2),
  }
}

function answerOf(
  { components }: OpenApiDocument,
  status: string,
  answer: DocumentedAnswer,
): ReferenceAnswer {
  const [media] = Object.values(answer.content ?? {})
  const headers = Object.entries(answer.headers ?? {}).map(([name, header]) => {
    const found = '$ref' in header ? components.headers[nameIn(header.$ref)] : header
    return { name, description: found?.description ?? '' }
  })
  return {
    status,
    description: answer.description,
    headers,
    fields: media ? fieldsOf(media.schema, components.schemas) : [],
    examples: media ? examplesOf(media) : [],
  }
}

function examplesOf({ example, examples = {} }: MediaType): ReferenceAnswer['examples'] {
  const named = Object.entries(examples).map(([code, { value }]) => ({
    summary: code,
    text: readable(value),
  }))
  return example === undefined ? named : [{ summary: 'Example', text: readable(example) }, ...named]
}

function readable(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

function nameIn(reference: string): string {
  return reference.split('/').at(-1) ?? ''
}
