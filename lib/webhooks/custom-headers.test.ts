import { describe, expect, it } from 'vitest'
import {
  hideHeaderValues,
  patchHeaders,
  refuseHeaderName,
  refuseHeaderValue,
  repeatedHeaderNames,
  sortHeaderNames,
} from './custom-headers'

describe('refuseHeaderName', () => {
  it.each([
    'authorization',
    'Authorization',
    'X-Api-Key',
    'x_tenant',
    "!#$%&'*+-.^_`|~",
    'Accept',
    'n'.repeat(64),
  ])('takes %s', (name) => {
    expect(refuseHeaderName(name)).toBeNull()
  })

  it.each([
    ...['', 'n'.repeat(65), 'x y', 'x:y', 'x\r\ny', 'x\0', 'ü', '(x)', '\ud800', 'x,y'],
    ...[
      'Host',
      'CONNECTION',
      'Content-Type',
      'content-length',
      'Content-Encoding',
      'transfer-encoding',
      'TE',
    ],
    ...[
      'trailer',
      'upgrade',
      'expect',
      'keep-alive',
      'Proxy-Authorization',
      'proxy-connection',
      'cookie',
      'Date',
    ],
    ...[
      'user-agent',
      'accept-encoding',
      'webhook-id',
      'Webhook-Signature',
      'webhook-anything',
      'shopbell-event',
    ],
    ...['Shopbell-Signature', 'shopbell-anything', 'x-forwarded-for', 'X-Real-IP', 'forwarded', 'via'],
    ...['Metadata-Flavor', 'metadata', 'x-aws-ec2-metadata-token', '__proto__'],
  ])('refuses %j in a sentence', (name) => {
    expect(refuseHeaderName(name)).toMatch(/^.*\.$/su)
  })

  it('refuses what the deployment signs with, in any case', () => {
    expect(refuseHeaderName('Storq-Signature', ['storq-signature'])).toContain('Storq-Signature')
    expect(refuseHeaderName('Storq-Signature')).toBeNull()
  })
})

describe('refuseHeaderValue', () => {
  it.each(['x', 'Bearer abc.def', 'a b', '"quoted"', 'x'.repeat(1_024)])('takes %s', (value) => {
    expect(refuseHeaderValue(value)).toBeNull()
  })

  it.each([
    '',
    'x'.repeat(1_025),
    'a\r\nHost: b',
    'a\nb',
    'a\0',
    'a\tb',
    'ü',
    '🔔',
    ' a',
    'a ',
    '\u007f',
    '\ud800',
  ])('refuses %j in a sentence', (value) => {
    const refusal = refuseHeaderValue(value)
    expect(refusal).toMatch(/^[A-Z].*\.$/)
    if (value.length > 3) expect(refusal).not.toContain(value)
  })
})

it('finds names that differ in case alone', () => {
  expect(repeatedHeaderNames(['A', 'b', 'a', 'B', 'a'])).toEqual(['a', 'B', 'a'])
  expect(repeatedHeaderNames(['a', 'b'])).toEqual([])
})

it.each([
  ['sets', { b: '2' }, { A: '1', b: '2' }],
  ['replaces, with the name as it is now written', { a: '2' }, { a: '2' }],
  ['removes in any case', { a: null }, {}],
  ['removes what is not there', { c: null }, { A: '1' }],
  ['keeps what is not named', {}, { A: '1' }],
])('a patch %s', (_, patch, expected) => {
  expect(patchHeaders({ A: '1' }, patch)).toEqual(expected)
})

it('sorts names without regard to case', () => {
  expect(sortHeaderNames(['b', 'C', 'a', 'B'])).toEqual(['a', 'b', 'B', 'C'])
})

describe('hideHeaderValues', () => {
  const hide = hideHeaderValues({
    authorization: 'Bearer s3cr3t-token',
    'x-key': 'with "quotes" in it',
    'x-short': 'abc',
    Accept: 'application/json',
  })

  it.each([
    ['{"authorization":"Bearer s3cr3t-token"}', '{"authorization":"…"}'],
    ['token s3cr3t-token twice s3cr3t-token', 'token … twice …'],
    ['{"x":"with \\"quotes\\" in it"}', '{"x":"…"}'],
    ['abc is left', 'abc is left'],
    ['application/json', 'application/json'],
  ])('%s', (text, hidden) => {
    expect(hide(text)).toBe(hidden)
  })
})
