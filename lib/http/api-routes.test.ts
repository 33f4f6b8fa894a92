import { readdirSync } from 'node:fs'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import config from '@/next.config'
import { guardRequest } from '@/scripts/request-guard.mjs'
import { apiRoutes, findRoute } from './api-routes'
import { unknownRoute } from './route'

// Next answers a HEAD by the GET.
const METHODS = ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT']
// For people with a session, and the receiver of the demo store: the app serves these alone.
const OF_THE_APP = /^\/api\/(auth|screens|demo)\//
const folder = join(process.cwd(), 'app/api')

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => ({
    file: join(folder, file),
    path: `/api/${relative('.', join(file, '..')).split(sep).join('/')}`.replaceAll(/\[(\w+)\]/g, '{$1}'),
  }))
  .filter(({ path }) => !OF_THE_APP.test(path))

describe('the API without Next has the paths and methods that it has in Next', () => {
  const named = files.filter(({ path }) => !path.includes('[['))

  it('path by path', () => {
    expect([...apiRoutes.keys()].sort()).toEqual(named.map(({ path }) => path).sort())
  })

  for (const { file, path } of named) {
    it(`${path}: each method is the same route`, async () => {
      const methods: Record<string, unknown> = await import(file)
      expect(Object.keys(methods).sort()).toEqual(METHODS)
      for (const served of Object.values(methods)) expect(served).toBe(apiRoutes.get(path))
    })
  }

  it('and the same answer to every other path', async () => {
    const [other, ...more] = files.filter(({ path }) => path.includes('[['))
    expect(more).toEqual([])
    const methods: Record<string, unknown> = await import(String(other?.file))
    expect(Object.keys(methods).sort()).toEqual(METHODS)
    for (const served of Object.values(methods)) expect(served).toBe(unknownRoute)
  })
})

it('the guard before either of them knows the rewrites of Next', async () => {
  const rewrites = await config.rewrites?.()
  if (!Array.isArray(rewrites)) throw new Error('The rewrites are no list.')
  expect(rewrites.length).toBeGreaterThan(0)
  for (const { source, destination } of rewrites) {
    const request = new IncomingMessage(new Socket())
    request.method = 'GET'
    request.url = `${source.replace(':path*', 'events')}?limit=1`
    expect(guardRequest(request, new ServerResponse(request))).toBe(false)
    expect(request.url).toBe(`${destination.replace(':path*', 'events')}?limit=1`)
  }
})

describe('findRoute', () => {
  for (const [path, route] of apiRoutes) {
    it(path, () => {
      const filled = path.replaceAll(/\{\w+\}/g, 'x.1%2F-_')
      expect(findRoute(filled)).toBe(route)
      expect(findRoute(`${filled}/`)).toBe(route)
      expect(findRoute(`${filled}/more/and/more`)).toBe(unknownRoute)
    })
  }

  it.each([
    '',
    '/',
    '/api',
    '/api/',
    '/api/2025-09',
    '/api/2025-09/Events',
    '/api/2025-09/event_types/a/b',
    '/x',
  ])('nothing at “%s”', (path) => {
    expect(findRoute(path)).toBe(unknownRoute)
  })
})
