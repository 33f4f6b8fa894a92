import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Answer, Api } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'
import { Worker } from './fixtures/worker'

const PATHS = ['/api/v1/webhooks', '/v1/webhooks']
const PATH = '/api/v1/webhooks'
const LIMIT = 20

// To the letter: an answer with another key, or without one of these, is a fault.
const moment = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
const webhook = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  type: z.enum(['api', 'e-mail']),
  event: z.string(),
  format: z.literal('json'),
  url_or_email: z.string(),
  is_enabled: z.boolean(),
  created_at: moment,
  updated_at: moment,
})
const list = z.strictObject({
  data: z.array(webhook),
  meta: z.strictObject({
    pagination: z.strictObject({
      total: z.int(),
      count: z.int(),
      per_page: z.int(),
      current_page: z.int(),
      total_pages: z.int(),
      links: z.strictObject({ next: z.url().nullable() }),
    }),
  }),
})
const created = z.strictObject({ status: z.literal('success'), data: z.strictObject({ id: z.int() }) })
const done = z.strictObject({ status: z.literal('success') })
const refusal = z.strictObject({
  status: z.literal('error'),
  error: z.string(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
})

const good = {
  name: 'Order notifications',
  type: 'api',
  event: 'order-created',
  format: 'json',
  url_or_email: 'example.com/webhooks/orders',
}

/** What a refusal says, which must be in this API's form. */
function refusedWith(answer: Answer): [number, z.infer<typeof refusal>] {
  expect(answer.headers.get('content-type'), answer.text).toBe('application/json; charset=utf-8')
  return [answer.status, refusal.parse(answer.json)]
}

const error = (sentence: string) => ({ status: 'error' as const, error: sentence })

async function makeWebhook(api: Api, changes: Record<string, unknown> = {}, path = PATH): Promise<number> {
  const made = await api.expect(201, created, 'POST', path, { body: { ...good, ...changes } })
  return made.data.id
}

async function readWebhook(api: Api, id: number) {
  const { data } = await api.expect(200, list, 'GET', `${PATH}?limit=50`)
  return data.find((shown) => shown.id === id)
}

async function emptyStores(...clients: Api[]): Promise<void> {
  for (const api of clients) {
    const { data } = await api.expect(200, list, 'GET', `${PATH}?limit=50`)
    for (const { id } of data) await api.expect(200, done, 'DELETE', `${PATH}?id=${id}`)
  }
}

test.beforeEach(({ api, otherApi }) => emptyStores(api, otherApi))
test.afterEach(({ api, otherApi }) => emptyStores(api, otherApi))

test.describe('without sending', () => {
  // The published examples name a host that is not ours to call.
  test.beforeAll(({ shopbell }) => shopbell.restart({ DRAIN: 'off' }))
  test.afterAll(({ shopbell }) => shopbell.restart())

  for (const path of PATHS) {
    test(`the published examples, by curl, with this host and token: ${path}`, async ({
      api,
      shopbell,
      stores,
    }) => {
      test.skip(!hasCurl(), 'There is no curl here.')
      const run = async (example: string) => {
        const command = example
          .replace('https://api.storeep.com/v1/webhooks', shopbell.url + path)
          .replace('YOUR_ACCESS_TOKEN', stores.ownToken)
          .replace('curl ', `curl --silent --show-error --write-out '\\n%{http_code}' `)
        const { stdout } = await promisify(execFile)('sh', ['-c', command])
        const [body = '', status] = stdout.split(/\n(?=\d+$)/)
        return [Number(status), JSON.parse(body)]
      }
      const withId = (example: string, id: number) => example.replace('298437652918374561', String(id))

      const [status, made] = await run(`curl -X POST "https://api.storeep.com/v1/webhooks" \\
  -H "Authorization: Bearer YOUR_ACCESS_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Order notifications",
    "type": "api",
    "event": "order-created",
    "format": "json",
    "url_or_email": "example.com/webhooks/orders",
    "is_enabled": true
}'`)
      expect(status).toBe(201)
      const { id } = created.parse(made).data

      const listing = `curl -X GET "https://api.storeep.com/v1/webhooks" \\
  -H "Authorization: Bearer YOUR_ACCESS_TOKEN"`
      const [listed, shown] = await run(listing)
      expect(listed).toBe(200)
      const [only] = list.parse(shown).data
      expect(shown).toEqual({
        data: [
          {
            id,
            name: 'Order notifications',
            type: 'api',
            event: 'order-created',
            format: 'json',
            url_or_email: 'example.com/webhooks/orders',
            is_enabled: true,
            created_at: only?.created_at,
            updated_at: only?.created_at,
          },
        ],
        meta: {
          pagination: {
            ...{ total: 1, count: 1, per_page: 20, current_page: 1, total_pages: 1 },
            links: { next: null },
          },
        },
      })
      expect(Math.abs(Date.parse(`${only?.created_at}Z`) - Date.now())).toBeLessThan(60_000)

      const disabling = `curl -X PUT "https://api.storeep.com/v1/webhooks?id=298437652918374561" \\
  -H "Authorization: Bearer YOUR_ACCESS_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"is_enabled": false}'`
      expect(await run(disabling)).toEqual([404, error('webhook not found')])
      expect(await run(withId(disabling, id))).toEqual([200, { status: 'success' }])
      expect(await readWebhook(api, id)).toMatchObject({ is_enabled: false })

      const deleting = `curl -X DELETE "https://api.storeep.com/v1/webhooks?id=298437652918374561" \\
  -H "Authorization: Bearer YOUR_ACCESS_TOKEN"`
      expect(await run(deleting)).toEqual([404, error('webhook not found')])
      expect(await run(withId(deleting, id))).toEqual([200, { status: 'success' }])
      expect(await run(withId(deleting, id))).toEqual([404, error('webhook not found')])
    })
  }

  test('a list comes in pages, whose links lead on', async ({ api, otherApi, shopbell, stores }) => {
    const empty = await api.expect(200, list, 'GET', PATH)
    expect(empty.meta.pagination).toMatchObject({ total: 0, count: 0, total_pages: 1, links: { next: null } })

    const ids: number[] = []
    for (let number = 1; number <= 5; number++) ids.push(await makeWebhook(api, { name: `No. ${number}` }))
    await makeWebhook(otherApi)
    const pages: number[][] = []
    let next: string | null = `${shopbell.url}${PATH}?limit=2&sort_order=ASC&sort_field=created_at`
    while (next !== null) {
      const linked = new Api(new URL(next).origin, stores.ownToken)
      const { pathname, search } = new URL(next)
      const shown: z.infer<typeof list> = await linked.expect(200, list, 'GET', pathname + search)
      const { pagination } = shown.meta
      pages.push(shown.data.map(({ id }) => id))
      expect(pagination).toMatchObject({
        ...{ total: 5, per_page: 2, current_page: pages.length, total_pages: 3 },
        count: shown.data.length,
      })
      next = pagination.links.next
    }
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)])
    const newestFirst = await api.expect(200, list, 'GET', `${PATH}?limit=50`)
    expect(newestFirst.data.map(({ id }) => id)).toEqual(ids.toReversed())

    await api.expect(200, done, 'PUT', `${PATH}?id=${ids[1]}`, { body: { name: 'Changed last' } })
    const byChange = await api.expect(200, list, 'GET', `${PATH}?sort_field=updated_at&limit=1`)
    expect(byChange.data).toMatchObject([{ id: ids[1], name: 'Changed last' }])
    const beyond = await api.expect(200, list, 'GET', `${PATH}?page=999999999999999&limit=50`)
    expect(beyond).toMatchObject({ data: [], meta: { pagination: { count: 0, links: { next: null } } } })
  })

  test('an update changes what it names', async ({ api }) => {
    const id = await makeWebhook(api, { is_enabled: false })
    const before = await readWebhook(api, id)
    expect(before).toMatchObject({ ...good, is_enabled: false })
    const put = async (body: object) => {
      await api.expect(200, done, 'PUT', `${PATH}?id=${id}`, { body })
      return readWebhook(api, id)
    }
    expect(await put({})).toEqual(before)
    const changes = {
      ...{ name: 'x'.repeat(50), event: 'session-created', is_enabled: true },
      url_or_email: `example.com/{{order_total}}?click={{fbclid}}&${'x'.repeat(450)}`,
    }
    expect(await put(changes)).toEqual({ ...before, ...changes, updated_at: expect.any(String) })
    expect(await put({ url_or_email: 'https://example.com/' })).toMatchObject({
      url_or_email: 'https://example.com/',
      name: changes.name,
    })
  })

  test('each fault is told in this API’s words', async ({ api, otherApi, shopbell }) => {
    const id = await makeWebhook(api)
    const foreign = await makeWebhook(otherApi)
    const ofId = `${PATH}?id=${id}`
    for (const path of PATHS) {
      for (const call of [
        { token: null },
        { token: 'nonsense' },
        { token: null, headers: { cookie: 'a=b' } },
      ]) {
        const answer = await api.call('GET', path, call)
        expect(refusedWith(answer)).toEqual([401, error('missing or invalid access token')])
        expect(answer.headers.get('www-authenticate')).toBe('Bearer')
      }
      for (const method of ['PATCH', 'HEAD', 'PROPFIND']) {
        const answer = await api.call(method, path)
        if (method === 'HEAD') expect(answer.status, 'as GET').toBe(200)
        else {
          expect(refusedWith(answer), method).toEqual([405, error('method not allowed')])
          expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, PUT, DELETE, OPTIONS')
        }
      }
    }

    const token = async (scope: string) => {
      const args = ['--store', 'journey', '--name', scope, '--scopes', scope]
      return new Api(shopbell.url, (await shopbell.npmRun('token:create', ...args)).trim())
    }
    const forbidden = [403, error('insufficient permissions')]
    const reader = await token('webhooks:read')
    for (const [method, path] of [
      ['POST', PATH],
      ['PUT', ofId],
      ['DELETE', ofId],
    ] as const) {
      expect(refusedWith(await reader.call(method, path, { text: 'no JSON' }))).toEqual(forbidden)
    }
    await reader.expect(200, list, 'GET', PATH)
    expect(refusedWith(await (await token('webhooks:write')).call('GET', PATH))).toEqual(forbidden)

    const missing = [404, error('webhook not found')]
    const noIds = [
      foreign,
      ...['9007199254740991', '9007199254740993', '298437652918374561', '9'.repeat(5_000)],
      ...['0', `0${id}`, `-${id}`, `%2B${id}`, `${id}.0`, '1e3', '0x1f', 'NaN', 'null', '', '%20', '%00'],
      ...['１', "1'--", '..%2F..', 'we_00000000000000000000000000', '__proto__'],
    ]
    for (const used of noIds) {
      const path = `${PATH}?id=${used}`
      const put = await api.call('PUT', path, { body: { name: 'Mine' } })
      expect(refusedWith(put), `PUT ${used}`).toEqual(missing)
      expect(refusedWith(await api.call('DELETE', path)), `DELETE ${used}`).toEqual(missing)
    }

    const invalid = async (method: string, path: string, body?: unknown) => {
      const answer = await api.call(method, path, body === undefined ? {} : { body })
      const [status, said] = refusedWith(answer)
      expect([status, said.error], `${method} ${path}: ${answer.text}`).toEqual([422, 'validation failed'])
      return said.errors
    }
    for (const method of ['PUT', 'DELETE']) {
      const body = method === 'PUT' ? {} : undefined
      expect(await invalid(method, PATH, body)).toEqual({ id: ['Name the webhook, as in ?id=1.'] })
      expect(await invalid(method, `${ofId}&id=${id}`, body)).toEqual({ id: ['Give one id.'] })
    }
    for (const query of [
      'limit=0',
      'limit=51',
      'page=0',
      'page=1e3',
      'sort_field=id',
      'sort_order=up',
      'a=b',
    ]) {
      const [field = ''] = query.split('=')
      expect(Object.keys((await invalid('GET', `${PATH}?${query}`)) ?? {}), query).toEqual([field])
    }
    expect(
      await invalid('POST', PATH, { ...good, url_or_email: 'ftp://example.com', name: 'x'.repeat(51) }),
    ).toEqual({ name: ['Use at most 50 characters.'] })
    expect(await invalid('POST', PATH, { ...good, url_or_email: 'ftp://example.com' })).toEqual({
      url_or_email: ['The URL must start with https://.'],
    })
    expect(await invalid('PUT', ofId, { type: 'api', is_enabled: 1 })).toEqual({
      type: ['There is no such field.'],
      is_enabled: ['Use true or false.'],
    })
    expect(Object.keys((await invalid('POST', PATH, { ...good, type: 'e-mail' })) ?? {})).toEqual([
      'url_or_email',
    ])
    expect(await invalid('POST', PATH, { ...good, type: 'e-mail', url_or_email: 'a@example.com' })).toEqual({
      type: [expect.stringMatching(/^SMTP_URL is not set/)],
    })
    expect(await invalid('POST', PATH, [])).toEqual({ body: ['Send a JSON object.'] })

    for (const [method, path] of [
      ['POST', PATH],
      ['PUT', ofId],
    ] as const) {
      for (const text of ['', '{', "{'name':'x'}", '\u0000']) {
        const answer = await api.call(method, path, { text })
        expect(refusedWith(answer), text).toEqual([400, error('request body is not valid JSON')])
      }
      const form = { text: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      expect(refusedWith(await api.call(method, path, form))).toEqual([
        415,
        error('content type must be application/json'),
      ])
      const large = { body: { ...good, name: 'x'.repeat(70_000) } }
      expect(refusedWith(await api.call(method, path, large))).toEqual([
        413,
        error('request body is too large'),
      ])
    }
    expect(await readWebhook(api, id), 'nothing came of all that').toMatchObject({
      ...good,
      is_enabled: true,
    })
    expect(await readWebhook(otherApi, foreign)).toMatchObject(good)
  })

  test(`a store has ${LIMIT} webhooks at most, also when they are made at once`, async ({ api }) => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => api.call('POST', PATHS[index % 2] ?? '', { body: good })),
    )
    const ids = answers.flatMap((answer) =>
      answer.status === 201 ? [created.parse(answer.json).data.id] : [],
    )
    expect(new Set(ids).size).toBe(LIMIT)
    const refused = answers.filter((answer) => answer.status !== 201)
    expect(refused).toHaveLength(30 - LIMIT)
    for (const answer of refused) {
      expect(refusedWith(answer)).toEqual([422, error('maximum of 20 webhooks per store reached')])
    }
    const { data, meta } = await api.expect(200, list, 'GET', PATH)
    expect(new Set(data.map(({ id }) => id))).toEqual(new Set(ids))
    expect(meta.pagination).toMatchObject({
      total: LIMIT,
      count: LIMIT,
      total_pages: 1,
      links: { next: null },
    })
    await api.expect(200, done, 'DELETE', `/v1/webhooks?id=${ids[0]}`)
    await makeWebhook(api, {}, '/v1/webhooks')
  })

  test('what one API made the other shows', async ({ api }) => {
    const made = await api.createEndpoint({
      url: 'https://example.com/dated',
      event_types: ['order.paid', 'order.updated', 'order.created'],
    })
    const [seen] = (await api.expect(200, list, 'GET', PATH)).data
    expect(seen).toMatchObject({
      ...{ name: 'Journey', type: 'api', event: 'order-updated', format: 'json', is_enabled: true },
      url_or_email: 'https://example.com/dated',
    })
    const path = `/2025-09/webhook_endpoints/${made.id}`
    await api.expect(200, done, 'PUT', `${PATH}?id=${seen?.id}`, { body: { is_enabled: false } })
    const { endpoint } = await api.expect(200, shapes.endpoint, 'GET', path)
    expect(endpoint).toMatchObject({ status: 'disabled', disabled_reason: 'manual' })
    expect(endpoint.event_types, 'which nobody asked to change').toHaveLength(3)
    await api.expect(200, done, 'PUT', `${PATH}?id=${seen?.id}`, {
      body: { event: 'order-created', url_or_email: 'example.com/new' },
    })
    expect((await api.expect(200, shapes.endpoint, 'GET', path)).endpoint).toMatchObject({
      event_types: ['order.created'],
      url: 'https://example.com/new',
    })
    await api.expect(200, shapes.endpoint, 'PATCH', path, { body: { name: 'Renamed' } })
    expect(await readWebhook(api, seen?.id ?? 0)).toMatchObject({
      name: 'Renamed',
      url_or_email: 'example.com/new',
    })
    await api.expect(200, shapes.endpoint, 'PATCH', path, { body: { event_types: ['order.status_changed'] } })
    expect(await readWebhook(api, seen?.id ?? 0)).toMatchObject({ event: 'order-status_changed' })
  })

  test('a worker’s port has it too', async ({ api, shopbell, stores }) => {
    const worker = await Worker.start(shopbell, 1)
    try {
      await expect.poll(() => worker.pids.length, { timeout: 30_000 }).toBe(1)
      const workerApi = new Api(worker.url, stores.ownToken)
      for (const path of PATHS) {
        const id = await makeWebhook(workerApi, { is_enabled: false }, path)
        const { data } = await workerApi.expect(200, list, 'GET', `${path}?limit=50`)
        expect(data).toMatchObject([{ ...good, id, is_enabled: false }])
        await workerApi.expect(200, done, 'PUT', `${path}?id=${id}`, { body: { name: 'Of the worker' } })
        expect(await readWebhook(api, id)).toMatchObject({ name: 'Of the worker' })
        await workerApi.expect(200, done, 'DELETE', `${path}?id=${id}`)
        for (const method of ['PATCH', 'PROPFIND']) {
          const answer = await workerApi.call(method, path)
          expect(refusedWith(answer)).toEqual([405, error('method not allowed')])
        }
      }
    } finally {
      await worker.remove()
    }
  })
})

test('an event goes to a URL that was given without a scheme, over TLS, its placeholders filled', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver({ certificate: 'valid' })
  const { host } = new URL(receiver.url)
  const id = await makeWebhook(api, { url_or_email: `${host}/orders/{{order_id}}?total={{order_total}}` })
  await expect.poll(() => receiver.requests.length, 'the first test event').toBe(1)
  expect(JSON.parse(String(receiver.requests[0]?.rawBody))).toMatchObject({
    type: 'order.created',
    test: true,
  })
  await api.sendEvent('order.created', { id: 7, total: '12.50' })
  await expect
    .poll(() => withoutTests(receiver.requests).map(({ path }) => path))
    .toEqual(['/orders/7?total=12.50'])

  await api.expect(200, done, 'PUT', `${PATH}?id=${id}`, { body: { is_enabled: false } })
  expect(await api.sendEvent('order.created', {})).toMatchObject({ deliveries_count: 0 })
  const begunDisabled = await makeWebhook(api, { url_or_email: host, is_enabled: false })
  await api.expect(200, done, 'PUT', `${PATH}?id=${id}`, {
    body: { is_enabled: true, event: 'order-updated' },
  })
  expect(await api.sendEvent('order.created', {})).toMatchObject({ deliveries_count: 0 })
  await api.sendEvent('order.updated', { id: 8, total: 1 })
  await expect.poll(() => withoutTests(receiver.requests).at(-1)?.path).toBe('/orders/8?total=1')
  expect(receiver.requests, 'none to the one that began disabled').toHaveLength(3)
  await api.expect(200, done, 'DELETE', `${PATH}?id=${begunDisabled}`)
})

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'])
    return true
  } catch {
    return false
  }
}
