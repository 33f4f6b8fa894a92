import { createHash } from 'node:crypto'
import { z } from 'zod'
import { unlessKnown } from './entity-tag'
import type { OpenApiDocument } from './openapi/document-form'
import type { Operation } from './openapi/operation'
import { type Handler, type Route, route } from './route'

const KEPT_SECONDS = 300

const get: Operation = {
  id: 'getOpenApiDocument',
  group: 'Operating',
  summary: 'Get this document',
  description: 'OpenAPI 3.1 of the whole API, made from the schemas that validate.',
  access: 'anyone',
  answers: {
    200: {
      description: 'The document.',
      schema: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument' }),
      headers: ['ETag', 'Cache-Control'],
    },
    304: {
      description: 'It is still the one that `If-None-Match` names.',
      headers: ['ETag', 'Cache-Control'],
    },
  },
}

/** `/api/openapi.json`: what `document` returns, which is made after this route is, since it tells of this one too. */
export function openApiJson(document: () => OpenApiDocument): Route {
  let made: ReturnType<typeof toText> | undefined
  const answer: Handler = async ({ request, requestId }) => {
    made ??= toText(document())
    const { text, etag } = made
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': requestId,
      'cache-control': `public, max-age=${KEPT_SECONDS}`,
      etag,
      // For tools that run in a browser elsewhere: it is for anyone, and without a cookie.
      'access-control-allow-origin': '*',
    }
    return unlessKnown(request, { status: 200, headers, body: text })
  }
  return route('/openapi.json', { GET: answer }, { GET: get })
}

function toText(document: OpenApiDocument): { text: string; etag: string } {
  const text = JSON.stringify(document)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}
