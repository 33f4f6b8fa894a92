import { env } from '@/lib/env'
import type { AppError, AppErrorCode, FieldError } from '@/lib/errors'
import { type Answer, problemAnswer } from '@/lib/http/answer'

// The first four are seed 002's; the rest is of their form.
const sentences: Partial<Record<AppErrorCode, string>> = {
  insufficient_permissions: 'insufficient permissions',
  not_found: 'webhook not found',
  method_not_allowed: 'method not allowed',
  validation_failed: 'validation failed',
  unauthenticated: 'missing or invalid access token',
  malformed_json: 'request body is not valid JSON',
  unsupported_media_type: 'content type must be application/json',
  body_too_large: 'request body is too large',
  rate_limited: 'too many requests',
  unavailable: 'service temporarily unavailable',
  internal: 'internal error',
}

/** A refusal as seed 002's API writes it: a sentence, and for an input that is not valid the faults of each field. */
export function refusalAnswer(
  error: AppError,
  requestId: string,
  headers: Record<string, string> = {},
): Answer {
  const answer = problemAnswer(error, requestId, headers)
  const body = {
    status: 'error',
    error: sentenceOf(error),
    ...(error.code === 'validation_failed' ? { errors: errorsOf(error.fields) } : {}),
  }
  return {
    ...answer,
    headers: { ...answer.headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  }
}

function sentenceOf({ code, message }: AppError): string {
  if (code === 'endpoint_limit_reached') {
    return `maximum of ${env().ENDPOINTS_PER_STORE} webhooks per store reached`
  }
  return sentences[code] ?? message
}

function errorsOf(faults: readonly FieldError[]): Record<string, string[]> {
  const errors = new Map<string, string[]>()
  for (const { pointer, detail } of faults) {
    const field = fieldOf(pointer)
    const told = errors.get(field) ?? []
    if (!told.includes(detail)) errors.set(field, [...told, detail])
  }
  return Object.fromEntries(errors)
}

/** The field that a pointer leads to, or the parameter that it names; the body itself has none. */
function fieldOf(pointer: string): string {
  if (pointer === '') return 'body'
  if (!pointer.startsWith('/')) return pointer
  const [, field = ''] = pointer.split('/', 2)
  return field.replaceAll('~1', '/').replaceAll('~0', '~')
}
