import type { Route } from '@/lib/http/route'
import { answerHeaders } from './answer-headers'
import type { OpenApiDocument, PathItem } from './document-form'
import { documentOperation } from './document-operation'
import { operationGroups } from './operation'
import { problemSchema } from './problem-schema'
import { problemAnswers } from './problems'
import { requestHeaders } from './request-headers'
import { SchemaCollection } from './schema-collection'
import { receivedHeaders, webhooksSection } from './webhooks-section'

const DESCRIPTION = `A store reports events; Shopbell delivers each to the endpoints that want it, signed, until it has arrived.

**Authentication.** \`Authorization: Bearer <token>\`: a token belongs to one store, and has scopes; each operation names its own.

**Paths.** The dated API answers under \`/2025-09/…\` and, the same, under \`/api/2025-09/…\`; version 1 under \`/api/v1/…\` and \`/v1/…\`. \`HEAD\` is answered where \`GET\` is, \`OPTIONS\` everywhere.

**Lists** take \`limit\` and \`after\`: the \`meta.next_cursor\` of the page before, which is null on the last page.

**Refusals** are \`application/problem+json\` (RFC 9457), with a \`code\` for programs and a sentence for people; those of version 1 have its own form.

**Times** are UTC. Answers may get more members with time: do not refuse what you do not know.`

/** OpenAPI 3.1 of what the routes, by their whole paths, declare; `serverUrl` is where the installation is opened. */
export function openApiDocument(routes: ReadonlyMap<string, Route>, serverUrl: string): OpenApiDocument {
  const schemas = new SchemaCollection()
  const problem = schemas.add(problemSchema)
  const paths = Object.fromEntries(
    [...routes].map(([path, route]) => [publishedPath(path), pathItem(route, schemas)]),
  )
  const webhooks = webhooksSection(schemas)
  const used = new Set([...routes.values()].flatMap(({ operations }) => operations.map(({ group }) => group)))
  return {
    openapi: '3.1.1',
    info: {
      title: 'Shopbell',
      version: '2025-09',
      summary: 'Webhooks for stores.',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: serverUrl.replace(/\/$/, ''), description: 'This installation.' }],
    tags: Object.entries(operationGroups)
      .filter(([name]) => [...used].some((group) => group === name))
      .map(([name, description]) => ({ name, description })),
    paths,
    webhooks,
    components: {
      schemas: schemas.schemas,
      responses: problemAnswers(problem),
      parameters: { ...requestHeaders, ...receivedHeaders },
      headers: answerHeaders,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of the store.' },
        cronSecret: { type: 'http', scheme: 'bearer', description: '`CRON_SECRET` of the installation.' },
        metricsToken: { type: 'http', scheme: 'bearer', description: '`METRICS_TOKEN` of the installation.' },
      },
    },
  }
}

/** The dated API's paths as its published contract has them. */
function publishedPath(path: string): string {
  return path.replace(/^\/api\/(?=2025-09\/)/, '/')
}

function pathItem({ operations }: Route, schemas: SchemaCollection): PathItem {
  return Object.fromEntries(
    operations.map((operation) => [operation.method.toLowerCase(), documentOperation(operation, schemas)]),
  )
}
