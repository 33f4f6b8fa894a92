import { describe, expect, it } from 'vitest'
import { failure, success } from '@/lib/testing/factories'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import { isOverloaded, verdictOf } from './verdict'

describe('verdictOf', () => {
  it.each([
    [null, 200, 'ok'],
    ['redirect', 301, 'answered'],
    ['http_error', 400, 'answered'],
    ['http_error', 401, 'answered'],
    ['http_error', 404, 'answered'],
    ['http_error', 408, 'failed'],
    ['http_error', 410, 'none'],
    ['http_error', 425, 'failed'],
    ['http_error', 429, 'failed'],
    ['http_error', 500, 'failed'],
    ['http_error', 503, 'failed'],
    ['http_error', 103, 'failed'],
    ['timeout', null, 'silent'],
    ['connect_timeout', null, 'silent'],
    ['connection_refused', null, 'failed'],
    ['dns_error', null, 'failed'],
    ['tls_error', null, 'failed'],
    ['blocked_address', null, 'failed'],
    ['invalid_response', null, 'failed'],
    ['smtp_error', null, 'failed'],
    ['placeholder_error', null, 'none'],
    ['sender_lost', null, 'none'],
  ] satisfies [ErrorKind | null, number | null, string][])('%s with %s: %s', (error, httpStatus, verdict) => {
    const outcome = { ...(error === null ? success : failure), error, httpStatus }
    expect(verdictOf(outcome, true)).toBe(verdict)
  })

  it('says nothing of an endpoint that nothing was sent to', () => {
    expect(verdictOf({ ...failure, error: 'invalid_response' }, false)).toBe('none')
  })
})

describe('isOverloaded', () => {
  it.each([
    [429, true],
    [502, true],
    [504, true],
    [500, false],
    [503, false],
    [null, false],
  ])('%s: %s', (httpStatus, expected) => {
    expect(isOverloaded({ ...failure, httpStatus })).toBe(expected)
  })
})
