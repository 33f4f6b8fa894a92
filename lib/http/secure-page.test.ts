import { unstable_doesMiddlewareMatch as isMatched } from 'next/experimental/testing/server'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { config } from '@/proxy'
import { securePage } from './secure-page'

const LIVE = { isSecure: false, isDevelopment: false }

function ask(path: string, headers: Record<string, string> = {}) {
  return securePage(new NextRequest(new URL(path, 'http://localhost:3000'), { headers }), LIVE).headers
}

describe('a page', () => {
  it('gets a policy with a nonce of its own, which it is told as well', () => {
    const [one, other] = [ask('/'), ask('/')].map((headers) => headers.get('content-security-policy'))
    expect(one).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/)
    expect(one).not.toBe(other)
    const headers = ask('/')
    expect(headers.get('x-middleware-request-content-security-policy')).toBe(
      headers.get('content-security-policy'),
    )
  })

  it('is told its own path, whatever the client says it is', () => {
    const told = (path: string, headers?: Record<string, string>) =>
      ask(path, headers).get('x-middleware-request-x-shopbell-path')
    expect(told('/deliveries?q=a%20b&cursor=%2B#row')).toBe('/deliveries?q=a%20b&cursor=%2B')
    expect(told('/déjà/vu?q=日本')).toBe('/d%C3%A9j%C3%A0/vu?q=%E6%97%A5%E6%9C%AC')
    expect(told('/a', { 'x-shopbell-path': '/b', 'content-security-policy': 'none' })).toBe('/a')
  })

  it('asks for https for good only where people open it so', () => {
    const request = new NextRequest('http://localhost:3000/')
    expect(securePage(request, LIVE).headers.get('strict-transport-security')).toBeNull()
    const { headers } = securePage(request, { ...LIVE, isSecure: true })
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  })
})

describe('which paths are pages', () => {
  const matches = (path: string) => isMatched({ config, nextConfig: {}, url: path })

  it.each([
    '/',
    '/signin',
    '/deliveries/dlv_1',
    '/apiary',
    '/v1x',
    '/2025-09-01',
    '/settings/api',
    '/icon.svg',
  ])('%s', (path) => {
    expect(matches(path)).toBe(true)
  })

  it.each([
    '/api',
    '/api/',
    '/api?x=1',
    '/api/auth/session',
    '/2025-09',
    '/2025-09/deliveries?limit=5',
    '/v1/webhooks',
    '/_next/static/chunks/a.js',
  ])('not %s', (path) => {
    expect(matches(path)).toBe(false)
  })
})
