import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { toAppError } from '@/lib/operations/refusals'
import type { Scope } from '@/lib/schemas/scopes'
import { type Answer, emptyAnswer, problemAnswer } from './answer'
import type { DeclaredOperation, Operation } from './openapi/operation'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type Method = (typeof METHODS)[number]

/** What handlers read of a request: a `Request` is one, and a server can make one that costs next to nothing. */
export type ApiRequest = {
  method: string
  /** Whole: with scheme and host. */
  url: string
  headers: { get(name: string): string | null }
  body: AsyncIterable<Uint8Array> | null
}

/**
 * What a handler gets besides the request: an id for the answer and the log, the path's parameters, and headers that the
 * answer gets whatever it will be, a refusal too (names in lower case).
 */
export type Call = {
  request: ApiRequest
  requestId: string
  params: Record<string, string>
  answerHeaders: Record<string, string>
}

/** `scope` is what a token needs for it; none where another thing than a token lets callers in. */
export type Handler = { (call: Call): Promise<Answer>; scope?: Scope }

/** A path of the API with what each of its methods does: as Next calls it, and for any other server. */
export type Route = {
  (request: Request): Promise<Response>
  /** Like `/webhook_endpoints/{id}`, under its API. */
  path: string
  /** What the document says of its methods. */
  operations: readonly DeclaredOperation[]
  answer(request: ApiRequest): Promise<Answer>
}

/**
 * Makes a route of a path like `/webhook_endpoints/{id}`, found from the end of a request's path. HEAD is answered where
 * GET is, OPTIONS everywhere. Methods without a handler answer 405 with `Allow`; whatever goes wrong is answered as
 * `refuse` writes it: in the form of RFC 9457. What programs call declares an operation for each of its handlers: the
 * document of the API is made from these, and a test asks for them.
 */
export function route(
  path: string,
  handlers: Partial<Record<Method, Handler>>,
  declared: Partial<Record<Method, Operation>> = {},
  refuse: typeof problemAnswer = problemAnswer,
): Route {
  const readParams = paramReader(path)
  const allow = allowOf(handlers)
  const operations = METHODS.flatMap((method) => {
    const operation = declared[method]
    return operation ? [{ ...operation, method, scope: handlers[method]?.scope ?? null }] : []
  })
  return toRoute(path, operations, async (request) => {
    const requestId = randomUUID()
    const answerHeaders: Record<string, string> = {}
    try {
      if (request.method === 'OPTIONS') return emptyAnswer(requestId, { allow })
      const method = request.method === 'HEAD' ? 'GET' : request.method
      const handler = isMethod(method) ? handlers[method] : undefined
      if (!handler) return refuse(new AppError('method_not_allowed'), requestId, { allow })
      const params = readParams(request.url)
      const answer = await handler({ request, requestId, params, answerHeaders })
      Object.assign(answer.headers, answerHeaders)
      return answer
    } catch (error) {
      return refuse(toAppError(error, requestId), requestId, answerHeaders)
    }
  })
}

function allowOf(handlers: Partial<Record<Method, Handler>>): string {
  const named = Object.keys(handlers).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return [...named, 'OPTIONS'].join(', ')
}

/** Answers any path that is none of the API's. */
export const unknownRoute: Route = toRoute('/', [], async () =>
  problemAnswer(new AppError('not_found'), randomUUID()),
)

function toRoute(path: string, operations: Route['operations'], answer: Route['answer']): Route {
  const serve = async (request: Request): Promise<Response> => {
    const { status, headers, body } = await answer(request)
    return new Response(body, { status, headers })
  }
  return Object.assign(serve, { path, operations, answer })
}

function isMethod(method: string): method is Method {
  return METHODS.some((known) => known === method)
}

function paramReader(path: string): (url: string) => Record<string, string> {
  if (!path.includes('{')) return () => ({})
  const pattern = new RegExp(`${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`)
  return (url) => {
    const groups = pattern.exec(new URL(url).pathname)?.groups ?? {}
    return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]))
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    throw new AppError('not_found')
  }
}
