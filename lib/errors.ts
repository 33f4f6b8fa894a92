/** Everything an operation can refuse, closed: one table maps a code to an HTTP status, one to a sentence. */
export type AppErrorCode =
  | 'unauthenticated'
  | 'insufficient_permissions'
  | 'not_found'
  | 'validation_failed'
  | 'malformed_json'
  | 'unsupported_media_type'
  | 'body_too_large'
  | 'method_not_allowed'
  | 'idempotency_conflict'
  | 'precondition_failed'
  | 'rate_limited'
  | 'endpoint_limit_reached'
  | 'token_limit_reached'
  | 'event_type_exists'
  | 'event_type_limit_reached'
  | 'endpoint_unavailable'
  | 'payload_gone'
  | 'not_configured'
  | 'unavailable'
  | 'internal'

/** One thing wrong with an input: where (a JSON pointer, or a query parameter's name), a stable code, a sentence. */
export type FieldError = { pointer: string; code: string; detail: string }

const sentences: Record<AppErrorCode, string> = {
  unauthenticated: 'A valid API token is needed: send it as “Authorization: Bearer <token>”.',
  insufficient_permissions: 'insufficient permissions',
  not_found: 'There is nothing here by that name or id.',
  validation_failed: 'Some of what was sent is not valid; “errors” says what.',
  malformed_json: 'The body is not valid JSON in UTF-8.',
  unsupported_media_type: 'Send the body as “content-type: application/json”.',
  body_too_large: 'The body is larger than this path accepts.',
  method_not_allowed: 'This path does not take that method; “Allow” names those it takes.',
  idempotency_conflict: 'This idempotency key was used with other content within the last 24 hours.',
  precondition_failed:
    'It was changed since you read it: “If-Match” names another version than the current one.',
  rate_limited: 'This token makes more requests a second than it may. Try again in a moment.',
  endpoint_limit_reached: 'This store has as many endpoints as it may have. Delete one first.',
  token_limit_reached: 'This store has as many API tokens as it may have. Revoke one first.',
  event_type_exists: 'There is an event type of this name already.',
  event_type_limit_reached: 'There are as many event types of your own as there can be. Archive one first.',
  endpoint_unavailable: 'The endpoint is disabled or deleted.',
  payload_gone: 'The event is older than the log is kept, so it cannot be sent again.',
  not_configured: 'This is not set up on this server.',
  unavailable: 'The database cannot be reached right now. Try again in a moment.',
  internal: 'Something went wrong here. It has been logged under this request id.',
}

/** What an operation throws instead of an answer. `detail` is a sentence for a person, never SQL or a secret. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: AppErrorCode
  readonly fields: readonly FieldError[]

  constructor(code: AppErrorCode, detail: string = sentences[code], fields: readonly FieldError[] = []) {
    super(detail)
    this.code = code
    this.fields = fields
  }
}

/** The refusal of an input, with each of its faults. */
export function validationError(fields: readonly FieldError[]): AppError {
  return new AppError('validation_failed', sentences.validation_failed, fields)
}
