import { beforeAll, describe, expect, it } from 'vitest'
import { AppError, type AppErrorCode, validationError } from '@/lib/errors'
import { refusalAnswer } from './refusal'

beforeAll(() => {
  process.env.DATABASE_URL = 'postgresql://localhost/none'
  process.env.PUBLIC_URL = 'https://shop.example.com'
  process.env.NEXTAUTH_SECRET = 'a-secret-of-at-least-thirty-two-characters'
  process.env.ENCRYPTION_KEYS = `k1:${Buffer.from('a-key-of-exactly-thirty-two-byte').toString('base64')}`
})

describe('refusalAnswer', () => {
  it.each<[AppErrorCode, number, string]>([
    ['insufficient_permissions', 403, 'insufficient permissions'],
    ['not_found', 404, 'webhook not found'],
    ['endpoint_limit_reached', 422, 'maximum of 20 webhooks per store reached'],
    ['method_not_allowed', 405, 'method not allowed'],
    ['unauthenticated', 401, 'missing or invalid access token'],
    ['malformed_json', 400, 'request body is not valid JSON'],
    ['unsupported_media_type', 415, 'content type must be application/json'],
    ['body_too_large', 413, 'request body is too large'],
    ['unavailable', 503, 'service temporarily unavailable'],
    ['internal', 500, 'internal error'],
  ])('%s is a %i', (code, status, error) => {
    const answer = refusalAnswer(new AppError(code), 'id')
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.body).toBe(JSON.stringify({ status: 'error', error }))
  })

  it('says of any other refusal what it says itself', () => {
    const answer = refusalAnswer(new AppError('payload_gone', 'It is gone.'), 'id', { allow: 'GET' })
    expect(JSON.parse(answer.body ?? '')).toEqual({ status: 'error', error: 'It is gone.' })
    expect(answer.headers).toMatchObject({ allow: 'GET', 'x-request-id': 'id' })
  })

  it('tells the faults of each field, each once', () => {
    const fault = (pointer: string, detail: string) => ({ pointer, code: 'invalid', detail })
    const faults = [
      fault('/name', 'One.'),
      fault('/name', 'Two.'),
      fault('/name', 'One.'),
      fault('', 'Not an object.'),
      fault('/event_types/0', 'Deeper.'),
      fault('/__proto__', 'No such field.'),
      fault('/a~1b~0', 'Named with marks.'),
      fault('limit', 'Of the query.'),
    ]
    expect(refusalAnswer(validationError(faults), 'id').body).toBe(
      '{"status":"error","error":"validation failed","errors":{"name":["One.","Two."],"body":["Not an object."],' +
        '"event_types":["Deeper."],"__proto__":["No such field."],"a/b~":["Named with marks."],"limit":["Of the query."]}}',
    )
  })
})
