import { type AnswerHeader, headersWith } from './answer-headers'
import type { DocumentedAnswer, DocumentedOperation, JsonSchema, MediaType, Parameter } from './document-form'
import type { DeclaredAnswer, DeclaredOperation } from './operation'
import { isRateLimited, problemsOf } from './problems'
import { requestHeadersOf } from './request-headers'
import type { SchemaCollection } from './schema-collection'

/** An operation as the document has it; the schemas in it go to the collection. */
export function documentOperation(
  operation: DeclaredOperation,
  schemas: SchemaCollection,
): DocumentedOperation {
  const { id, group, summary, description, body } = operation
  const parameters = [
    ...pathParameters(operation, schemas),
    ...queryParameters(operation, schemas),
    ...requestHeadersOf(operation),
  ]
  const answers = Object.entries(operation.answers).map(([status, answer]) => [
    status,
    documentAnswer(operation, Number(status), answer, schemas),
  ])
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(description === undefined ? {} : { description }),
    security: securityOf(operation),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body
      ? {
          requestBody: {
            required: body.isOptional !== true,
            content: { 'application/json': { schema: schemas.add(body.schema), example: body.example } },
          },
        }
      : {}),
    responses: { ...Object.fromEntries(answers), ...problemsOf(operation) },
  }
}

function securityOf({ access = 'token', scope }: DeclaredOperation): Record<string, string[]>[] {
  if (access === 'anyone') return []
  return [{ [access]: scope === null ? [] : [scope] }]
}

function documentAnswer(
  operation: DeclaredOperation,
  status: number,
  { description, schema, example, contentType = 'application/json', headers = [] }: DeclaredAnswer,
  schemas: SchemaCollection,
): DocumentedAnswer {
  // Refusals, of which one can come before a token is counted, name their own.
  const limits: AnswerHeader[] =
    isRateLimited(operation) && status < 400 ? ['RateLimit', 'RateLimit-Policy'] : []
  const shown = { description, headers: headersWith([...headers, ...limits]) }
  if (!schema) return shown
  const media: MediaType = { schema: schemas.add(schema) }
  if (example !== undefined) media.example = example
  return { ...shown, content: { [contentType]: media } }
}

function pathParameters({ params = {} }: DeclaredOperation, schemas: SchemaCollection): Parameter[] {
  return Object.entries(params).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    ...described(schemas.add(schema)),
  }))
}

function queryParameters({ query }: DeclaredOperation, schemas: SchemaCollection): Parameter[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemas.add(query)
  return Object.entries(properties).flatMap(([name, schema]) =>
    typeof schema === 'object'
      ? [
          {
            name,
            in: 'query' as const,
            ...(required.includes(name) ? { required: true } : {}),
            ...described(schema),
          },
        ]
      : [],
  )
}

/** What a schema says of its parameter stands beside it. */
function described({
  description,
  example,
  ...schema
}: JsonSchema): Pick<Parameter, 'schema'> & Partial<Parameter> {
  return {
    ...(typeof description === 'string' ? { description } : {}),
    schema,
    ...(example === undefined ? {} : { example }),
  }
}
