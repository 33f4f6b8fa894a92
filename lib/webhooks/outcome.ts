/** Why an attempt or a delivery did not succeed: stable names, part of the HTTP API's contract. */
export const errorKinds = [
  'dns_error',
  'connection_refused',
  'connection_reset',
  'connection_closed',
  'connect_timeout',
  'timeout',
  'tls_error',
  'blocked_address',
  'redirect',
  'http_error',
  'invalid_response',
  'placeholder_error',
  'smtp_error',
  'sender_lost',
  'expired',
  'endpoint_deleted',
  'endpoint_disabled',
] as const

export type ErrorKind = (typeof errorKinds)[number]

/** The first part of what a receiver answered; `body` is text, with what is not UTF-8 (and NUL) replaced. */
export type ReceivedResponse = {
  headers: Record<string, string>
  body: string
  truncated: boolean
}

/**
 * What came of one attempt. A receiver's failure is a value, never an exception. `ok` means a 2xx in time, or that the
 * mail server took the message; `error` is null exactly then. `retryAfterMs` is what the receiver asked for on a 429 or
 * 503, already parsed, else null. `durationMs` counts from the start of the attempt to its end. `isPermanent` says of a
 * failure that another attempt would come to the same: a mail server's 5yz to the address or the message, or a
 * placeholder that the event's data cannot fill; left out, it is false.
 */
export type Outcome = {
  ok: boolean
  httpStatus: number | null
  error: ErrorKind | null
  errorDetail: string | null
  durationMs: number
  retryAfterMs: number | null
  response: ReceivedResponse | null
  isPermanent?: boolean
}
