import { compile, type JSONSchema } from 'json-schema-to-typescript'
import type {
  DocumentedAnswer,
  DocumentedOperation,
  JsonSchema,
  OpenApiDocument,
  Parameter,
  PathItem,
} from '@/lib/http/openapi/document-form'

const BANNER =
  '// Types of the HTTP API, made from its OpenAPI document by “npm run generate:client”. Do not edit.\n'
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const

/** TypeScript for openapi-fetch: `paths`, with the schemas of the document as types of their own names. */
export async function clientTypes(document: OpenApiDocument): Promise<string> {
  const operations = operationsOf(document)
  const queries = operations.flatMap((operation) => {
    const schema = objectOf(parametersOf(document, operation, 'query'))
    return schema ? [[queryName(operation), schema] as const] : []
  })
  const schemas = await schemaTypes({ ...document.components.schemas, ...Object.fromEntries(queries) })
  return [
    BANNER,
    schemas,
    'export interface components {\n  schemas: {',
    ...Object.keys(document.components.schemas).map((id) => `    ${id}: ${id}`),
    '  }\n}\n',
    'export interface paths {',
    ...Object.entries(document.paths).map(([path, item]) => pathType(path, item)),
    '}\n',
    'export interface operations {',
    ...operations.map((operation) => operationType(document, operation)),
    '}\n',
    '/** What an endpoint receives, by event type. */\nexport interface webhooks {',
    ...Object.entries(document.webhooks).map(([name, item]) => `  '${name}': ${bodyType(item.post)}`),
    '}\n',
  ].join('\n')
}

async function schemaTypes(schemas: Record<string, JsonSchema>): Promise<string> {
  const text = JSON.stringify({ title: 'Unused', type: 'object', definitions: schemas })
  const root: JSONSchema = JSON.parse(text.replaceAll('"#/components/schemas/', '"#/definitions/'))
  const compiled = await compile(root, 'Unused', {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { semi: false, singleQuote: true, printWidth: 110 },
  })
  return compiled
    .replace(/^export interface Unused \{\}\n+/m, '')
    .replaceAll(
      /\/\*\*\n \* This interface was referenced by `Unused`'s JSON-Schema\n \* via the `definition` "\w+"\.\n \*\/\n/g,
      '',
    )
    .replaceAll(
      /\n \*\n \* This interface was referenced by `Unused`'s JSON-Schema\n \* via the `definition` "\w+"\./g,
      '',
    )
}

function operationsOf(document: OpenApiDocument): DocumentedOperation[] {
  return Object.values(document.paths).flatMap((item) => METHODS.flatMap((method) => item[method] ?? []))
}

function pathType(path: string, item: PathItem): string {
  const methods = METHODS.map((method) => {
    const operation = item[method]
    return operation ? `    ${method}: operations['${operation.operationId}']` : `    ${method}?: never`
  })
  const none = '    parameters: { query?: never; header?: never; path?: never; cookie?: never }'
  return [`  '${path}': {`, none, ...methods, '  }'].join('\n')
}

function operationType(document: OpenApiDocument, operation: DocumentedOperation): string {
  const { operationId, requestBody, responses } = operation
  const query = parametersOf(document, operation, 'query')
  const isNeeded = query.some(({ required }) => required)
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `'${type}': ${typeName(schema)}`,
  )
  const answers = Object.entries(responses).map(([status, answer]) => {
    const { content = {} } = resolveAnswer(document, answer)
    const bodies = Object.entries(content).map(([type, { schema }]) => `'${type}': ${typeName(schema)}`)
    const shown = bodies.length === 0 ? 'content?: never' : `content: { ${bodies.join('; ')} }`
    return `      ${status}: { headers: { [name: string]: unknown }; ${shown} }`
  })
  return [
    `  ${operationId}: {`,
    '    parameters: {',
    query.length === 0 ? '      query?: never' : `      query${isNeeded ? '' : '?'}: ${queryName(operation)}`,
    `      header${textMembers(parametersOf(document, operation, 'header'))}`,
    `      path${textMembers(parametersOf(document, operation, 'path'))}`,
    '      cookie?: never',
    '    }',
    requestBody
      ? `    requestBody${requestBody.required ? '' : '?'}: { content: { ${bodies.join('; ')} } }`
      : '    requestBody?: never',
    '    responses: {',
    ...answers,
    '    }',
    '  }',
  ].join('\n')
}

/** Parameters that are texts, as a member of `parameters`. */
function textMembers(parameters: Parameter[]): string {
  if (parameters.length === 0) return '?: never'
  const members = parameters.map(({ name, required }) => `'${name}'${required ? '' : '?'}: string`)
  return `${parameters.some(({ required }) => required) ? '' : '?'}: { ${members.join('; ')} }`
}

function parametersOf(
  { components }: OpenApiDocument,
  { parameters = [] }: DocumentedOperation,
  place: Parameter['in'],
): Parameter[] {
  return parameters
    .flatMap((each) => ('$ref' in each ? (components.parameters[nameIn(each.$ref)] ?? []) : each))
    .filter((parameter) => parameter.in === place)
}

function resolveAnswer(
  { components }: OpenApiDocument,
  answer: DocumentedAnswer | { $ref: string },
): Partial<DocumentedAnswer> {
  return '$ref' in answer ? (components.responses[nameIn(answer.$ref)] ?? {}) : answer
}

function objectOf(parameters: Parameter[]): JsonSchema | null {
  if (parameters.length === 0) return null
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, description, schema }) => [name, { ...schema, description }]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  }
}

function queryName({ operationId }: DocumentedOperation): string {
  return `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Query`
}

function bodyType(operation: DocumentedOperation | undefined): string {
  const [body] = Object.values(operation?.requestBody?.content ?? {})
  return body ? typeName(body.schema) : 'unknown'
}

/** Bodies are components all, but for texts. */
function typeName({ $ref, type }: JsonSchema): string {
  return $ref === undefined ? (type === 'string' ? 'string' : 'unknown') : nameIn($ref)
}

function nameIn(reference: string): string {
  return reference.split('/').at(-1) ?? ''
}
