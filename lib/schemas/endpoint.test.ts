import { describe, expect, it } from 'vitest'
import { createEndpointSchema, updateEndpointSchema } from './endpoint'
import { fieldErrors } from './field-errors'

const common = { name: 'Good', api_version: '2025-09', event_types: ['order.paid'] }
const api = { ...common, url: 'https://example.com/{{id}}' }
const email = { ...common, kind: 'email', email: 'orders@example.com' }

function faults(schema: typeof createEndpointSchema | typeof updateEndpointSchema, value: unknown) {
  const parsed = schema.safeParse(value, { reportInput: true })
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ pointer, code }) => [pointer, code])
}

function headersOf(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, 'v']))
}

describe('what creates an endpoint', () => {
  it.each([
    ['a URL', api],
    ['its kind by name', { ...api, kind: 'api' }],
    ['an e-mail address', email],
    ['a mailbox with a tag', { ...email, email: 'orders+erp@mail.example.com' }],
    ['CloudEvents', { ...api, api_version: 'cloudevents-1.0' }],
    ['Slack messages', { ...api, api_version: 'slack' }],
    ['headers', { ...api, headers: { Authorization: 'Bearer x', 'X-Api-Key': 'y' } }],
    ['no headers', { ...api, headers: {} }],
    ['20 headers', { ...api, headers: headersOf(20) }],
    ['a rate limit', { ...api, rate_limit: 1 }],
    ['the highest rate limit', { ...api, rate_limit: 1_000 }],
    ['no rate limit', { ...api, rate_limit: null }],
  ])('takes %s', (_, input) => {
    expect(faults(createEndpointSchema, input)).toEqual([])
  })

  it.each<[string, object, string[][]]>([
    ['neither URL nor kind', common, [['/url', 'required']]],
    ['a URL and an address', { ...api, email: 'a@example.com' }, [['/email', 'not_of_kind']]],
    ['an e-mail endpoint without address', { ...common, kind: 'email' }, [['/email', 'required']]],
    ['an e-mail endpoint with a URL', { ...email, url: api.url }, [['/url', 'not_of_kind']]],
    ['an unknown format', { ...api, api_version: '2024-01' }, [['/api_version', 'invalid_choice']]],
    [
      'an e-mail endpoint with a format for URLs',
      { ...email, api_version: 'slack' },
      [['/api_version', 'not_of_kind']],
    ],
    ['an e-mail endpoint with headers', { ...email, headers: { a: 'b' } }, [['/headers', 'not_of_kind']]],
    ['another kind', { ...api, kind: 'sms' }, [['/kind', 'invalid_choice']]],
    [
      'a header that we write',
      { ...api, headers: { 'Content-Type': 'x' } },
      [['/headers/Content-Type', 'invalid']],
    ],
    ['a header of two lines', { ...api, headers: { a: 'b\r\nc: d' } }, [['/headers/a', 'invalid']]],
    ['a header that is no text', { ...api, headers: { a: 1 } }, [['/headers/a', 'invalid_type']]],
    ['a header to remove', { ...api, headers: { a: null } }, [['/headers/a', 'invalid_type']]],
    ['headers in a list', { ...api, headers: ['a'] }, [['/headers', 'invalid']]],
    ['21 headers', { ...api, headers: headersOf(21) }, [['/headers', 'invalid']]],
    ['one name twice', { ...api, headers: { 'X-A': '1', 'x-a': '2' } }, [['/headers/x-a', 'invalid']]],
    ['a rate of 0', { ...api, rate_limit: 0 }, [['/rate_limit', 'too_small']]],
    ['a rate of 1,001', { ...api, rate_limit: 1_001 }, [['/rate_limit', 'too_large']]],
    ['a rate of a half', { ...api, rate_limit: 0.5 }, [['/rate_limit', 'invalid_type']]],
    ['a status', { ...api, status: 'enabled' }, [['/status', 'unknown_field']]],
  ])('refuses %s', (_, input, expected) => {
    expect(faults(createEndpointSchema, input)).toEqual(expected)
  })

  it.each([
    ...[
      '',
      'a',
      'a@b',
      'a b@example.com',
      'a@example.com,b@example.com',
      'a@example.com\r\nBcc: b@example.com',
    ],
    ...[
      '"a@example.com"@b.com',
      'a＠example.com',
      'Name <a@example.com>',
      'a@exa mple.com',
      `${'a'.repeat(250)}@b.com`,
    ],
  ])('refuses %j as an address', (address) => {
    expect(faults(createEndpointSchema, { ...email, email: address }).map(([pointer]) => pointer)).toContain(
      '/email',
    )
  })

  it('names a header that copying would lose', () => {
    const headers: unknown = JSON.parse('{"__proto__":"x"}')
    expect(faults(createEndpointSchema, { ...api, headers })).toEqual([['/headers', 'invalid']])
  })

  it('never tells a header’s value', () => {
    const parsed = createEndpointSchema.safeParse(
      { ...api, headers: { a: 'hush\r\n', host: 'hush' } },
      { reportInput: true },
    )
    expect(JSON.stringify(parsed.error && fieldErrors(parsed.error))).not.toContain('hush')
  })
})

describe('what changes an endpoint', () => {
  it.each([
    ['nothing', {}],
    ['headers to set and to remove', { headers: { a: 'b', c: null } }],
    ['a header to remove that could not be set', { headers: { host: null } }],
    ['an address', { email: 'a@example.com' }],
    ['its kind, which the operation compares', { kind: 'api' }],
    ['the end of a rate limit', { rate_limit: null }],
  ])('takes %s', (_, input) => {
    expect(faults(updateEndpointSchema, input)).toEqual([])
  })

  it.each<[string, object, string[][]]>([
    ['headers that are null', { headers: null }, [['/headers', 'invalid']]],
    ['a header that is no text', { headers: { a: {} } }, [['/headers/a', 'invalid_type']]],
    ['one name set and removed', { headers: { a: 'b', A: null } }, [['/headers/A', 'invalid']]],
    ['21 headers to set', { headers: headersOf(21) }, [['/headers', 'invalid']]],
    ['no URL', { url: null }, [['/url', 'invalid_type']]],
  ])('refuses %s', (_, input, expected) => {
    expect(faults(updateEndpointSchema, input)).toEqual(expected)
  })
})
