import { describe, expect, it } from 'vitest'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import { describeSendError, isDroppedConnection } from './send-failure'

function errorWith(code: string, message = 'secret.example.com/path') {
  return Object.assign(new Error(message), { code })
}

// What no receiver on the loopback can bring about.
describe('describeSendError', () => {
  it.each<[string, ErrorKind]>([
    ['EHOSTUNREACH', 'connection_refused'],
    ['ENETUNREACH', 'connection_refused'],
    ['EADDRNOTAVAIL', 'connection_refused'],
    ['EPIPE', 'connection_reset'],
    ['ETIMEDOUT', 'connect_timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
    ['CERT_NOT_YET_VALID', 'tls_error'],
    ['CERT_REVOKED', 'tls_error'],
    ['CERT_SIGNATURE_FAILURE', 'tls_error'],
    ['CRL_HAS_EXPIRED', 'tls_error'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls_error'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'tls_error'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls_error'],
    ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'tls_error'],
    ['INVALID_CA', 'tls_error'],
    ['INVALID_PURPOSE', 'tls_error'],
    ['HOSTNAME_MISMATCH', 'tls_error'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls_error'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls_error'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'tls_error'],
    ['ERR_OSSL_EVP_UNSUPPORTED', 'tls_error'],
    ['EPROTO', 'tls_error'],
    ['EMFILE', 'connection_closed'],
    ['constructor', 'connection_closed'],
  ])('%s is a %s, told without the message', (code, kind) => {
    const failure = describeSendError(errorWith(code))
    expect(failure.error).toBe(kind)
    expect(failure.errorDetail).toMatch(/^The(re)? .*\.$/)
    expect(failure.errorDetail).not.toContain('secret')
  })

  it('is a closed connection for what has no code', () => {
    const failure = { error: 'connection_closed', errorDetail: 'The connection failed.' }
    for (const error of [new Error('secret'), Object.assign(new Error(), { code: 23 }), 'secret', null]) {
      expect(describeSendError(error)).toEqual(failure)
    }
  })
})

describe('isDroppedConnection', () => {
  it.each([
    ['ECONNRESET', true],
    ['EPIPE', true],
    ['UND_ERR_SOCKET', true],
    ['ECONNREFUSED', false],
    ['UND_ERR_CONNECT_TIMEOUT', false],
    ['UND_ERR_HEADERS_OVERFLOW', false],
    ['CERT_HAS_EXPIRED', false],
    ['UND_ERR_CLOSED', false],
  ])('%s: %s', (code, expected) => {
    expect(isDroppedConnection(errorWith(code))).toBe(expected)
  })
})
