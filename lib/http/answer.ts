import type { AppError, AppErrorCode } from '@/lib/errors'

const statuses: Record<AppErrorCode, number> = {
  unauthenticated: 401,
  insufficient_permissions: 403,
  not_found: 404,
  validation_failed: 422,
  malformed_json: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  method_not_allowed: 405,
  idempotency_conflict: 409,
  precondition_failed: 412,
  rate_limited: 429,
  endpoint_limit_reached: 422,
  token_limit_reached: 422,
  event_type_exists: 409,
  event_type_limit_reached: 422,
  endpoint_unavailable: 409,
  payload_gone: 409,
  not_configured: 503,
  unavailable: 503,
  internal: 500,
}

/** Every code of a refusal with its status. */
export const problemCodes = Object.keys(statuses)
  .filter(isCode)
  .map((code) => ({ code, status: statuses[code] }))

function isCode(name: string): name is AppErrorCode {
  return Object.hasOwn(statuses, name)
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** After how long to try again where the database is away. */
export const RETRY_AFTER_SECONDS = '5'

/** The headers of every answer of the API. */
function commonHeaders(requestId: string): Record<string, string> {
  return { 'x-request-id': requestId, 'cache-control': 'no-store' }
}

/** What a call is answered: plain, so that a server need not make a `Response` of it first. Header names are in lower case. */
export type Answer = { status: number; headers: Record<string, string>; body: string | null }

/** A JSON answer. */
export function jsonAnswer(status: number, body: unknown, requestId: string): Answer {
  return {
    status,
    headers: { ...commonHeaders(requestId), 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  }
}

/** An answer that is text of this type. */
export function textAnswer(text: string, type: string, requestId: string): Answer {
  return { status: 200, headers: { ...commonHeaders(requestId), 'content-type': type }, body: text }
}

/** 204, without a body. */
export function emptyAnswer(requestId: string, headers: Record<string, string> = {}): Answer {
  return { status: 204, headers: { ...commonHeaders(requestId), ...headers }, body: null }
}

/** A refusal in the form of RFC 9457. */
export function problemAnswer(
  error: AppError,
  requestId: string,
  headers: Record<string, string> = {},
): Answer {
  const status = statuses[error.code]
  const body = {
    type: `urn:shopbell:problem:${error.code.replaceAll('_', '-')}`,
    title: titles[status],
    status,
    detail: error.message,
    code: error.code,
    request_id: requestId,
    ...(error.fields.length > 0 ? { errors: error.fields } : {}),
  }
  return {
    status,
    headers: {
      ...commonHeaders(requestId),
      'content-type': 'application/problem+json; charset=utf-8',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      // What is not set up stays so.
      ...(error.code === 'unavailable' ? { 'retry-after': RETRY_AFTER_SECONDS } : {}),
      ...headers,
    },
    body: JSON.stringify(body),
  }
}
