import { randomInt } from 'node:crypto'
import { exampleOwnType } from '@/lib/http/dated/event-type-schema'
import { exampleIds } from '@/lib/http/dated/public-id-schema'
import { eventCategories } from '@/lib/webhooks/event-types/catalogue'
import { Api } from './fixtures/api'
import { Contract, type Operation } from './fixtures/contract'
import { expect, test } from './fixtures/journey'
import { Worker } from './fixtures/worker'

const ABSENT = '00000000000000000000000000'
const EXAMPLE_URL = 'https://example.com/new_webhook'
const V1 = '/api/v1/webhooks'
const V1_EXAMPLE_URL = 'example.com/webhooks/orders'

type Answered = { status: number; headers: Headers; json: unknown }

/** Filled in for what the document's examples name. */
type Replacements = Readonly<Record<string, string>>

const bodyOf = ({ operation }: Operation): unknown =>
  Object.values(operation.requestBody?.content ?? {})[0]?.example

const schemeOf = ({ operation }: Operation): string => Object.keys(operation.security[0] ?? {})[0] ?? 'anyone'

const fill = (text: string, replacements: Replacements): string =>
  Object.entries(replacements).reduce((filled, [from, to]) => filled.replaceAll(from, to), text)

/** The path with an id, which the words before it say of what, or with the document's example. */
function pathOf({ path, operation }: Operation, idOf: (example: string) => string): string {
  const [example = ''] = Object.entries({
    webhook_endpoints: exampleIds.endpoint,
    deliveries: exampleIds.delivery,
    events: exampleIds.event,
    resends: exampleIds.resend,
  }).flatMap(([noun, id]) => (path.includes(`/${noun}/{id}`) ? [id] : []))
  const named = (operation.parameters ?? []).flatMap((each) =>
    'in' in each && each.in === 'path' && typeof each.example === 'string' ? [each.example] : [],
  )
  return path.replace('{id}', idOf(example)).replace(/\{\w+\}/, idOf(named[0] ?? ''))
}

/** The id that version 1 answers to a POST. */
function numberIn(json: unknown): string {
  return String(Object(Object(json).data).id)
}

async function send(
  url: string,
  { method }: Operation,
  path: string,
  { token, body, headers }: { token?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body ?? null,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
}

test('the document is for anyone, is kept by its tag, and the same from a worker', async ({ shopbell }) => {
  const first = await fetch(`${shopbell.url}/api/openapi.json`)
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(first.headers.get('cache-control')).toBe('public, max-age=300')
  const text = await first.text()
  expect(JSON.parse(text)).toMatchObject({
    openapi: '3.1.1',
    servers: [{ url: expect.stringMatching(/^http:\/\/localhost:\d+$/) }],
  })

  const etag = first.headers.get('etag') ?? ''
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const again = await fetch(`${shopbell.url}/api/openapi.json`, { headers: { 'if-none-match': tag } })
    expect([again.status, await again.text(), again.headers.get('etag')], tag).toEqual([304, '', etag])
  }
  const changed = await fetch(`${shopbell.url}/api/openapi.json`, { headers: { 'if-none-match': '"x"' } })
  expect([changed.status, await changed.text()]).toEqual([200, text])

  const worker = await Worker.start(shopbell, 1)
  try {
    await expect(async () => expect((await fetch(`${worker.url}/api/health`)).ok).toBe(true)).toPass()
    const other = await fetch(`${worker.url}/api/openapi.json`)
    expect([await other.text(), other.headers.get('etag')]).toEqual([text, etag])
  } finally {
    await worker.remove()
  }
})

test('each operation answers its example as the document says', async ({
  api,
  shopbell,
  stores,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const contract = await Contract.of(shopbell.url)
  const credentials: Record<string, string> = {
    token: stores.ownToken,
    cronSecret: await shopbell.cronSecret(),
  }

  const endpoint = await api.createEndpoint({ url: receiver.url })
  const event = await api.sendEvent('order.shipped', { id: 123 })
  await expect
    .poll(async () => (await api.listDeliveries({ endpoint_id: endpoint.id, status: 'delivered' })).length)
    .toBe(2)
  const [delivery] = await api.listDeliveries({ q: event.id })
  if (!delivery) throw new Error('There is no delivery.')
  const { data } = await api.client.POST('/2025-09/resends', {
    body: { filter: { endpoint_id: endpoint.id, include_delivered: true } },
  })
  const ids: Replacements = {
    [EXAMPLE_URL]: receiver.url,
    [V1_EXAMPLE_URL]: receiver.url,
    [exampleIds.endpoint]: endpoint.id,
    [exampleIds.event]: event.id,
    [exampleIds.delivery]: delivery.id,
    [exampleIds.resend]: data?.resend.id ?? '',
    // Of all tests: an event type is archived, never deleted.
    [exampleOwnType]: `${exampleOwnType}_t${randomInt(2 ** 31)}`,
  }

  // Version 1 takes its id in the query.
  const v1Create = contract.find('POST', V1)
  const v1Body = v1Create && fill(JSON.stringify(bodyOf(v1Create)), ids)
  const v1Id = v1Body === undefined ? '' : numberIn((await api.call('POST', V1, { text: v1Body })).json)
  const queryOf = ({ path, method }: Operation) =>
    path === V1 && (method === 'PUT' || method === 'DELETE') ? `?id=${v1Id}` : ''

  // What removes comes last: the others need what it removes.
  const isLast = ({ method }: Operation) => (method === 'DELETE' ? 1 : 0)
  const called = contract.operations
    .filter((each) => schemeOf(each) === 'anyone' || credentials[schemeOf(each)] !== undefined)
    .sort((a, b) => isLast(a) - isLast(b))
  expect(called.length).toBeGreaterThan(20)
  for (const each of called) {
    const { operationId, responses } = each.operation
    await test.step(operationId, async () => {
      const example = bodyOf(each)
      const token = credentials[schemeOf(each)]
      const answer = await send(
        shopbell.url,
        each,
        `${pathOf(each, (id) => ids[id] ?? id)}${queryOf(each)}`,
        {
          ...(token === undefined ? {} : { token }),
          ...(example === undefined ? {} : { body: fill(JSON.stringify(example), ids) }),
        },
      )
      const expected = Object.keys(responses).find((status) => /^2\d\d$/.test(status))
      expect(`${operationId} ${answer.status} ${JSON.stringify(answer.json)}`).toContain(
        `${operationId} ${expected} `,
      )
      expect(contract.faults(each.operation, answer), operationId).toEqual([])
      const created = Object(Object(answer.json).endpoint)
      if (answer.status !== 201) return
      if (each.path === V1) await api.call('DELETE', `${V1}?id=${numberIn(answer.json)}`)
      else if (created.id) await api.call('DELETE', `/2025-09/webhook_endpoints/${created.id}`)
    })
  }
})

test('what an endpoint receives is as the document says', async ({ api, shopbell, startReceiver }) => {
  const receiver = await startReceiver()
  const contract = await Contract.of(shopbell.url)
  const { id } = await api.createEndpoint({ url: receiver.url })
  const types = eventCategories.flatMap((category) => category.types.slice(0, 1).map(({ name }) => name))
  for (const type of types) {
    await api.client.POST('/2025-09/webhook_endpoints/{id}/test', {
      params: { path: { id } },
      body: { event_type: type },
    })
  }
  // The first is the one that a new endpoint gets.
  for (const { headers, rawBody } of await receiver.waitFor(types.length + 1)) {
    const body: { type: string } = JSON.parse(rawBody.toString())
    expect(contract.webhookFaults(body.type, headers, body), body.type).toEqual([])
  }
})

test('each operation refuses as the document says', async ({ shopbell, stores }) => {
  const contract = await Contract.of(shopbell.url)
  const withScope = async (scope: string) =>
    (
      await shopbell.npmRun(
        'token:create',
        ...['--store', 'journey', '--name', 'one scope', '--scopes', scope],
      )
    ).trim()
  const reader = await withScope('webhooks:read')
  const counter = await withScope('statistics:read')
  const path = (each: Operation) =>
    pathOf(each, (id) => id.replace(/_.*/, `_${ABSENT}`).replace(/^(order|parcel)\..*/, 'nobody.knows'))

  const refuses = async (
    each: Operation,
    status: number,
    call: Parameters<typeof send>[3],
    at = path(each),
  ) => {
    const answer = await send(shopbell.url, each, at, call)
    const words = `${each.operation.operationId}, ${status}`
    expect(`${words}: ${answer.status}`).toBe(`${words}: ${status}`)
    expect(contract.faults(each.operation, answer), words).toEqual([])
  }

  for (const each of contract.operations) {
    const { operation } = each
    const scheme = schemeOf(each)
    const body = operation.requestBody ? '{}' : undefined
    const sent = { token: stores.ownToken, ...(body === undefined ? {} : { body }) }
    if (scheme !== 'anyone' && scheme !== 'metricsToken') {
      await refuses(each, 401, body === undefined ? {} : { body })
      await refuses(each, 401, { ...sent, token: 'nonsense' })
    }
    if (scheme !== 'token') continue
    const needed = operation.security[0]?.token?.[0]
    await refuses(each, 403, { ...sent, token: needed === 'webhooks:read' ? counter : reader })
    const isOfId = each.path.includes('{')
    if (isOfId) {
      const text = JSON.stringify(bodyOf(each))
      await refuses(each, 404, { token: stores.ownToken, ...(text === undefined ? {} : { body: text }) })
      await refuses(
        each,
        404,
        { token: stores.ownToken, ...(text === undefined ? {} : { body: text }) },
        each.path.replace(/\{\w+\}/, 'nonsense'),
      )
    }
    if (each.path === V1 && (each.method === 'PUT' || each.method === 'DELETE')) {
      const text = JSON.stringify(bodyOf(each))
      await refuses(each, 404, { token: stores.ownToken, ...(text ? { body: text } : {}) }, `${V1}?id=1`)
    } else if (operation.requestBody && !isOfId) {
      await refuses(each, 400, { ...sent, body: '{' })
      await refuses(each, 415, { ...sent, headers: { 'content-type': 'text/plain' } })
      await refuses(each, 422, { ...sent, body: '{"colour":"red"}' })
      await refuses(each, 413, { ...sent, body: `"${'x'.repeat(4 * 1024 * 1024)}"` })
    }
    const takesQuery = operation.parameters?.some(
      (parameter) => 'in' in parameter && parameter.in === 'query',
    )
    if (takesQuery && !isOfId) await refuses(each, 422, sent, `${path(each)}?colour=red`)
  }
})

test('a body on a path with an id is refused as the document says', async ({
  api,
  shopbell,
  stores,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const contract = await Contract.of(shopbell.url)
  const taken = contract.operations.filter(
    ({ path, operation }) => path.includes('/webhook_endpoints/{id}') && operation.requestBody,
  )
  expect(taken.length).toBeGreaterThan(3)
  for (const each of taken) {
    const cases: [number, string, string][] = [
      [400, '{', 'application/json'],
      [415, '{}', 'text/plain'],
      [422, '{"colour":"red"}', 'application/json'],
    ]
    for (const [status, body, type] of cases) {
      const answer = await send(
        shopbell.url,
        each,
        pathOf(each, () => id),
        {
          token: stores.ownToken,
          body,
          headers: { 'content-type': type },
        },
      )
      expect(contract.faults(each.operation, answer), each.operation.operationId).toEqual([])
      expect(answer.status, each.operation.operationId).toBe(status)
    }
  }
})

test('what the document does not have is a 405 that names what it has', async ({ shopbell, stores }) => {
  const contract = await Contract.of(shopbell.url)
  const api = new Api(shopbell.url, stores.ownToken)
  for (const [path, item] of Object.entries(contract.document.paths)) {
    const declared = Object.keys(item).map((method) => method.toUpperCase())
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
      (each) => !declared.includes(each),
    )) {
      const answer = await api.call(method, path.replace(/\{\w+\}/, 'x'))
      const allowed = answer.headers.get('allow')?.split(', ').sort()
      const all = [...declared, ...(declared.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort()
      expect([answer.status, allowed], `${method} ${path}`).toEqual([405, all])
    }
  }
})
