import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { toAppError } from '@/lib/operations/refusals'
import { problemAnswer } from './answer'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a handler gets besides the request: an id for the answer and the log, and the path's parameters. */
export type Call = { request: Request; requestId: string; params: Record<string, string> }

export type Handler = (call: Call) => Promise<Response>

/** A path of the API with what each of its methods does: `(Request) → Response`, for any server. */
export type Route = (request: Request) => Promise<Response>

/**
 * Makes a route of a path like `/webhook_endpoints/{id}`, found from the end of a request's path. Methods without a
 * handler answer 405 with `Allow`; whatever goes wrong is answered in the form of RFC 9457.
 */
export function route(path: string, handlers: Partial<Record<Method, Handler>>): Route {
  const pattern = new RegExp(`${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`)
  const allowed = Object.keys(handlers).join(', ')
  return async (request) => {
    const requestId = randomUUID()
    try {
      const method = request.method === 'HEAD' ? 'GET' : request.method
      const handler = isMethod(method) ? handlers[method] : undefined
      if (!handler) return problemAnswer(new AppError('method_not_allowed'), requestId, { allow: allowed })
      return await handler({ request, requestId, params: paramsOf(request, pattern) })
    } catch (error) {
      return problemAnswer(toAppError(error, requestId), requestId)
    }
  }
}

/** Answers any path that is none of the API's. */
export const unknownRoute: Route = async () => problemAnswer(new AppError('not_found'), randomUUID())

function isMethod(method: string): method is Method {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)
}

function paramsOf(request: Request, pattern: RegExp): Record<string, string> {
  const groups = pattern.exec(new URL(request.url).pathname)?.groups ?? {}
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]))
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    throw new AppError('not_found')
  }
}
