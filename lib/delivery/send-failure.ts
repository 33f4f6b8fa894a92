import { errors } from 'undici'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import { BlockedAddressError } from './agent'
import { LookupError } from './agent-lookup'

/** Why a request got no usable answer: a stable kind, and a sentence for a person without any part of the URL's path. */
export type SendFailure = { error: ErrorKind; errorDetail: string }

const absent = ['ENOTFOUND', 'ENODATA']

const failures: Record<string, SendFailure> = {
  ERR_INVALID_URL: failure('blocked_address', 'The URL is not valid.'),
  ECONNREFUSED: failure('connection_refused', 'The host refused the connection.'),
  EHOSTUNREACH: failure('connection_refused', 'There is no route to the host (EHOSTUNREACH).'),
  ENETUNREACH: failure('connection_refused', 'There is no route to the network of the host (ENETUNREACH).'),
  EADDRNOTAVAIL: failure('connection_refused', 'The address cannot be reached from here (EADDRNOTAVAIL).'),
  ECONNRESET: failure('connection_reset', 'The receiver reset the connection before it answered.'),
  EPIPE: failure('connection_reset', 'The receiver closed the connection while the request was sent.'),
  ETIMEDOUT: failure('connect_timeout', 'The host did not answer the connection request.'),
  UND_ERR_CONNECT_TIMEOUT: failure('connect_timeout', 'The connection, TLS included, took too long to open.'),
  UND_ERR_HEADERS_TIMEOUT: failure('timeout', 'The receiver took too long to answer.'),
  UND_ERR_BODY_TIMEOUT: failure('timeout', 'The receiver took too long to answer.'),
  UND_ERR_HEADERS_OVERFLOW: failure('invalid_response', 'The response headers are larger than 16 KiB.'),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: failure(
    'invalid_response',
    'The response contradicts its content-length.',
  ),
  UND_ERR_CLOSED: failure('sender_lost', 'The sender was stopping.'),
  UND_ERR_DESTROYED: failure('sender_lost', 'The sender was stopping.'),

  CERT_HAS_EXPIRED: failure('tls_error', 'The TLS certificate has expired.'),
  CERT_NOT_YET_VALID: failure('tls_error', 'The TLS certificate is not valid yet.'),
  CERT_REVOKED: failure('tls_error', 'The TLS certificate was revoked.'),
  ERR_TLS_CERT_ALTNAME_INVALID: failure('tls_error', 'The TLS certificate is for another host name.'),
  DEPTH_ZERO_SELF_SIGNED_CERT: failure('tls_error', 'The TLS certificate is self-signed.'),
  SELF_SIGNED_CERT_IN_CHAIN: failure('tls_error', 'The TLS certificate chain ends in an unknown authority.'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: failure(
    'tls_error',
    'The TLS certificate is from an unknown authority, or an intermediate certificate is missing.',
  ),
  UNABLE_TO_GET_ISSUER_CERT: failure('tls_error', 'The TLS certificate is from an unknown authority.'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: failure(
    'tls_error',
    'The TLS certificate is from an unknown authority.',
  ),
  ERR_SSL_WRONG_VERSION_NUMBER: failure('tls_error', 'The port does not speak TLS.'),
  ERR_SSL_PACKET_LENGTH_TOO_LONG: failure('tls_error', 'The port does not speak TLS.'),
  ERR_SSL_HTTP_REQUEST: failure('tls_error', 'The port does not speak TLS.'),
  ERR_SSL_UNSUPPORTED_PROTOCOL: failure('tls_error', 'The receiver does not speak TLS 1.2 or later.'),
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: failure('tls_error', 'The receiver does not speak TLS 1.2 or later.'),
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: failure(
    'tls_error',
    'The receiver requires a client certificate.',
  ),
}

const failuresByCode = new Map(Object.entries(failures))

const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|ERR_OSSL|EPROTO$|CERT_|CRL_|UNABLE_TO_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$)/

/** Sorts an error of undici, Node or the guarded agent into the closed list. */
export function describeSendError(error: unknown): SendFailure {
  if (error instanceof BlockedAddressError) return failure('blocked_address', error.message)
  if (error instanceof LookupError) {
    const detail = absent.includes(error.code) ? `${error.host} has no address in the DNS.` : error.message
    return failure('dns_error', detail)
  }

  if (error instanceof errors.HTTPParserError) return describeParserError(error)

  const code = codeOf(error)
  const known = failuresByCode.get(code)
  if (known) return known
  if (code === 'UND_ERR_SOCKET') return describeSocketError(error)
  if (tlsCodes.test(code)) return failure('tls_error', `The TLS connection failed (${code}).`)
  return failure('connection_closed', code ? `The connection failed (${code}).` : 'The connection failed.')
}

/** The errors with which a peer drops a connection that it was free to drop while nothing was under way on it. */
export function isDroppedConnection(error: unknown): boolean {
  const { error: kind } = describeSendError(error)
  return kind === 'connection_closed' || kind === 'connection_reset'
}

/** The parser's reason is a fixed text, in parentheses at the end of undici's message. */
function describeParserError(error: Error): SendFailure {
  const [reason = ''] = /\([^()]*\)$/.exec(error.message) ?? []
  return failure('invalid_response', `The response is not valid HTTP ${reason}`.trimEnd().concat('.'))
}

/** undici has one code for what is wrong with a socket; the message tells the peer's end from its faults. */
function describeSocketError(error: unknown): SendFailure {
  const message = error instanceof Error ? error.message : ''
  if (message === 'bad response') {
    return failure('invalid_response', 'The response is not valid HTTP: it does not belong to a request.')
  }
  if (message === 'bad upgrade') {
    return failure('invalid_response', 'The response asks for another protocol than HTTP.')
  }
  return failure('connection_closed', 'The receiver closed the connection before it answered.')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function failure(error: ErrorKind, errorDetail: string): SendFailure {
  return { error, errorDetail }
}
