import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

const STANDARD = '/settings/webhooks'

describe('where the sign-in leads', () => {
  it.each([
    '/',
    '/deliveries',
    '/deliveries?status=failed&q=1042%20x#row-3',
    '/settings/webhooks/we_1?from=https://elsewhere.example/',
    '/signin-help',
    '/apiary',
    '/a/%2F/b',
  ])('%s is a page of ours', (given) => {
    expect(returnPath(given)).toBe(given)
  })

  it('resolves dots as a browser does', () => {
    expect(returnPath('/settings/../deliveries')).toBe('/deliveries')
  })

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['several', ['/deliveries', '/statistics']],
    ['another site', 'https://elsewhere.example/'],
    ['our own site in full', 'http://shopbell.invalid/deliveries'],
    ['another host', '//elsewhere.example'],
    ['another host behind a third slash', '///elsewhere.example'],
    ['another host behind a dot', '/.//elsewhere.example'],
    ['another host behind two dots', '/a/..//elsewhere.example'],
    ['another host behind encoded dots', '/%2e//elsewhere.example'],
    ['a backslash', '/\\elsewhere.example'],
    ['a backslash first', '\\\\elsewhere.example'],
    ['a tab, which browsers drop', '/\t/elsewhere.example'],
    ['a line break', '/\n/elsewhere.example'],
    ['a header of its own', '/x\r\nset-cookie: a=b'],
    ['a control character of C1', '/\u0085/elsewhere.example'],
    ['a script', 'javascript:alert(1)'],
    ['a space first', ' /deliveries'],
    ['a path without its slash', 'deliveries'],
    ['no address', '//['],
    ['the sign-in itself', '/signin?callbackUrl=/signin'],
    ['the sign-out', '/api/auth/signout'],
    ['the API', '/2025-09/deliveries'],
    ['the API behind dots', '/x/../v1/webhooks'],
    ['more than an address bar holds', `/${'a'.repeat(2_000)}`],
  ])('%s leads to the webhooks', (_, given) => {
    expect(returnPath(given)).toBe(STANDARD)
  })
})
