import { expect, it } from 'vitest'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import { attemptText, outcomeText } from './outcome-text'

const cases: [httpStatus: number | null, error: ErrorKind | null, text: string][] = [
  [200, null, '200'],
  [503, 'http_error', '503'],
  [null, 'http_error', 'HTTP error'],
  [302, 'redirect', 'Redirect 302'],
  [null, 'timeout', 'Timeout'],
  [null, 'dns_error', 'DNS error'],
  [null, 'connection_refused', 'Refused'],
  [null, 'tls_error', 'TLS error'],
  [null, 'blocked_address', 'Blocked address'],
  [503, 'endpoint_disabled', 'Endpoint disabled'],
  [null, null, '—'],
]

it.each(cases)('%s %s: %s', (httpStatus, error, text) => {
  expect(outcomeText(httpStatus, error)).toBe(text)
})

it('of an attempt says that a mail server took it', () => {
  expect(attemptText(null, null)).toBe('Accepted')
  for (const [httpStatus, error, text] of cases.slice(0, -1))
    expect(attemptText(httpStatus, error)).toBe(text)
})
