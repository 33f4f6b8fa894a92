import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { apiRoutes } from '@/lib/http/api-routes'
import { scopes } from '@/lib/schemas/scopes'
import { JsonSchemaCheck } from '@/lib/testing/json-schema-check'
import { eventTypes } from '@/lib/webhooks/event-types/catalogue'
import { openApiDocument } from './document'
import type { DocumentedOperation } from './document-form'

const document = openApiDocument(apiRoutes, 'https://shop.example.com/')
const check = new JsonSchemaCheck(document)
const open = new JsonSchemaCheck(document, { isClosed: false })

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)
const named = operations.map((found): [string, (typeof operations)[number]] => [
  found.operation.operationId,
  found,
])

/** Paths that are no API: what serves them, and why the document leaves them out. */
const internal = {
  '/api/auth/': 'signs people in, for the pages of the app',
  '/api/screens/': 'what screens read, opened by a session',
  '/api/demo/': 'stands in for a receiver of the demo store',
  '/api/[[...path]]': 'answers every other path with a 404',
}

describe('what the document has', () => {
  it('is every route file of the app, but for the internal ones', () => {
    const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('route.ts'))
      .map(
        (file) =>
          `/${relative('.', join('app/api', file, '..'))
            .split(sep)
            .slice(1)
            .join('/')}`,
      )
      .filter((path) => !Object.keys(internal).some((start) => path.startsWith(start)))
      .map((path) => path.replaceAll(/\[(\w+)\]/g, '{$1}').replace('/api/2025-09/', '/2025-09/'))
    expect(Object.keys(document.paths).sort()).toEqual(files.sort())
  })

  it.each([...apiRoutes])('%s: each of its methods', async (path, route) => {
    const request = {
      method: 'TRACE',
      url: `http://localhost${path}`,
      headers: { get: () => null },
      body: null,
    }
    const { headers } = await route.answer(request)
    expect(route.operations.map(({ method }) => method).join(', ')).toBe(sorted(headers.allow ?? ''))
  })

  it('is every event type, with its sample', () => {
    expect(Object.keys(document.webhooks)).toEqual(eventTypes.map(({ name }) => name))
    for (const [name, item] of Object.entries(document.webhooks)) {
      const { schema, example } = item.post?.requestBody?.content['application/json'] ?? {}
      if (!schema) throw new Error(`${name} has no schema.`)
      expect(example, name).toMatchObject({ type: name })
    }
  })
})

describe('it is valid OpenAPI 3.1', () => {
  it('each schema is one of JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const all = [
      ...Object.values(document.components.schemas),
      ...Object.values(document.components.parameters).map(({ schema }) => schema),
      ...Object.values(document.components.headers).map(({ schema }) => schema),
      ...collect(document.paths, 'schema'),
      ...collect(document.webhooks, 'schema'),
    ]
    expect(all.length).toBeGreaterThan(100)
    for (const schema of all) {
      if (typeof schema !== 'object' || schema === null) throw new Error('A schema is none.')
      expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
    }
  })

  it('each reference leads somewhere', () => {
    for (const reference of new Set(collect(document, '$ref'))) {
      const parts = String(reference).split('/')
      expect(parts[0]).toBe('#')
      const target = parts.slice(1).reduce<unknown>((at, part) => Object(at)[part], document)
      expect(target, String(reference)).toBeTypeOf('object')
    }
  })

  it('ids and names are unique, and fit for a program', () => {
    const ids = [...operations, ...Object.values(document.webhooks).map(({ post }) => ({ operation: post }))]
      .map(({ operation }) => operation?.operationId ?? '')
      .sort()
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]+$/)
    for (const kind of Object.values(document.components)) {
      for (const name of Object.keys(kind)) expect(name).toMatch(/^[\w.-]+$/)
    }
  })

  it.each(named)('%s is whole', (_, { path, operation }) => {
    const { summary, tags, parameters = [], responses, security } = operation
    expect(summary).not.toMatch(/\.$/)
    expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags))
    const inPath = parameters.flatMap((each) => ('in' in each && each.in === 'path' ? [each] : []))
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    for (const parameter of inPath) expect(parameter.required).toBe(true)
    expect(Object.keys(responses).some((status) => /^2\d\d$/.test(status))).toBe(true)
    for (const requirement of security) {
      for (const [scheme, needed] of Object.entries(requirement)) {
        expect(document.components.securitySchemes).toHaveProperty(scheme)
        for (const scope of needed) expect(scopes).toContain(scope)
        if (scheme === 'token') expect(needed).toHaveLength(1)
      }
    }
  })
})

describe('its examples are as its schemas say', () => {
  const contents = (operation: DocumentedOperation) => [
    ...Object.values(operation.requestBody?.content ?? {}),
    ...Object.values(operation.responses).flatMap((answer) =>
      'content' in answer ? Object.values(answer.content ?? {}) : [],
    ),
  ]
  const isShown = (media: { example?: unknown }) => 'example' in media

  it.each(named)('%s', (_, { operation }) => {
    for (const { schema, example } of contents(operation).filter(isShown)) {
      expect(check.faults(schema, example)).toEqual([])
    }
  })

  it.each(Object.entries(document.webhooks))('the payload of %s', (_, item) => {
    if (!item.post) throw new Error('There is no operation.')
    const shown = contents(item.post).filter(isShown)
    expect(shown).toHaveLength(1)
    for (const { schema, example } of shown) expect(open.faults(schema, example)).toEqual([])
  })

  it.each(Object.entries(document.components.responses))('the problem %s', (_, { content = {} }) => {
    for (const { schema, examples = {} } of Object.values(content)) {
      expect(Object.keys(examples).length).toBeGreaterThan(0)
      for (const { value } of Object.values(examples)) expect(check.faults(schema, value)).toEqual([])
    }
  })

  it('and a body that is not, is seen', () => {
    const schema = { $ref: '#/components/schemas/Meta' }
    expect(check.faults(schema, { request_id: 'x', curies: [], more: 1 }).length).toBeGreaterThan(2)
  })
})

function sorted(allowed: string): string {
  const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  return order.filter((method) => allowed.split(', ').includes(method)).join(', ')
}

/** Every value under `key`, wherever it stands; properties that are called so are none. */
function collect(value: unknown, key: string, parent = ''): unknown[] {
  if (typeof value !== 'object' || value === null || ['example', 'value', 'default'].includes(parent))
    return []
  return Object.entries(value).flatMap(([name, member]) =>
    name === key && parent !== 'properties' ? [member] : collect(member, key, name),
  )
}
