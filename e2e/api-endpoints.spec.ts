import { problemOf } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const LIMIT = 20

test('an endpoint is made, shown, changed and deleted; its secret is shown once', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const input = {
    name: 'My New Webhook',
    url: receiver.url,
    event_types: ['order.shipped'],
    description: 'A new webhook endpoint',
    metadata: { source: 'zapier', external_id: 'abc_123' },
  }
  const { secret, ...made } = await api.createEndpoint(input)
  expect(made).toMatchObject({ ...input, status: 'enabled', disabled_at: null })
  expect(Object.keys(made).slice(0, 12), 'the keys of the published contract come first').toEqual([
    ...[
      'id',
      'api_version',
      'created_at',
      'creator',
      'description',
      'disabled_at',
      'event_types',
      'metadata',
    ],
    ...['name', 'status', 'updated_at', 'url'],
  ])
  const path = `/2025-09/webhook_endpoints/${made.id}`
  expect((await api.expect(200, shapes.endpoint, 'GET', path)).endpoint).toEqual(made)

  const changes = { name: 'Renamed', event_types: ['order.paid'], timeout_seconds: 2 }
  const changed = await api.expect(200, shapes.endpoint, 'PATCH', path, { body: changes })
  expect(changed.endpoint).toEqual({ ...made, ...changes, updated_at: changed.endpoint.updated_at })
  await api.refused(422, 'PATCH', path, { body: { id: 'we_1' } })

  await expect.poll(() => receiver.requests.length).toBe(1)
  expect(await api.sendEvent('order.shipped', {})).toMatchObject({ deliveries_count: 0 })
  expect(await api.sendEvent('order.paid', {})).toMatchObject({ deliveries_count: 1 })
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
  await expect.poll(async () => (await api.getStatistics(made.id)).deliveries.delivered).toBe(1)

  const answer = await api.call('DELETE', path)
  expect([answer.status, answer.text]).toEqual([204, ''])
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  await api.refused(404, 'GET', path)
  await api.refused(404, 'PATCH', path, { body: { name: 'Back' } })
  await api.refused(404, 'DELETE', path)
  const { endpoints } = await api.expect(200, shapes.endpoints, 'GET', '/2025-09/webhook_endpoints')
  expect(endpoints.map((endpoint) => endpoint.id)).not.toContain(made.id)
  expect(await api.sendEvent('order.paid', {})).toMatchObject({ deliveries_count: 0 })

  const log = await api.listDeliveries({ endpoint_id: made.id, status: 'delivered' })
  expect(log, 'the log stays').toHaveLength(2)
  expect((await api.getStatistics(made.id)).deliveries, 'and the statistics').toMatchObject({ delivered: 1 })
  expect(await api.refused(409, 'POST', `/2025-09/deliveries/${log[0]?.id}/resend`)).toMatchObject({
    code: 'endpoint_unavailable',
  })
  expect(JSON.stringify(await api.getDelivery(log[0]?.id ?? ''))).not.toContain(secret)
})

test('a list comes in pages, newest first', async ({ otherApi, startReceiver }) => {
  const { url } = await startReceiver()
  const made: string[] = []
  for (let number = 1; number <= 5; number++) {
    made.push((await otherApi.createEndpoint({ name: `No. ${number}`, url })).id)
  }
  const pages: string[][] = []
  let after = ''
  do {
    const path = `/2025-09/webhook_endpoints?limit=2${after && `&after=${after}`}`
    const { endpoints, meta } = await otherApi.expect(200, shapes.endpoints, 'GET', path)
    pages.push(endpoints.map((endpoint) => endpoint.id))
    after = meta.next_cursor ?? ''
  } while (after !== '')
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
  expect(pages.flat()).toEqual(made.toReversed())
})

test('a store has 20 endpoints at most, also when they are made at once', async ({
  otherApi,
  startReceiver,
}) => {
  const { url } = await startReceiver()
  for (let number = 1; number <= LIMIT - 2; number++)
    await otherApi.createEndpoint({ name: `No. ${number}`, url })
  const body = { name: 'At once', api_version: '2025-09', url, event_types: ['order.paid'] }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => otherApi.call('POST', '/2025-09/webhook_endpoints', { body })),
  )
  const made = answers.filter((answer) => answer.status === 201)
  const refused = answers.filter((answer) => answer.status === 422)
  expect([made.length, refused.length]).toEqual([2, 18])
  for (const answer of refused) expect(problemOf(answer)).toMatchObject({ code: 'endpoint_limit_reached' })

  const { endpoints } = await otherApi.expect(
    200,
    shapes.endpoints,
    'GET',
    '/2025-09/webhook_endpoints?limit=100',
  )
  expect(endpoints).toHaveLength(LIMIT)
  const [newest] = endpoints
  await otherApi.call('DELETE', `/2025-09/webhook_endpoints/${newest?.id}`)
  await otherApi.createEndpoint({ name: 'In the free place', url })
  for (const { id } of endpoints) await otherApi.call('DELETE', `/2025-09/webhook_endpoints/${id}`)
})

test('a disabled endpoint gets test events alone, until it is enabled', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  const path = `/2025-09/webhook_endpoints/${id}`
  const setStatus = (status: string) =>
    api.expect(200, shapes.endpoint, 'PATCH', path, { body: { status } }).then(({ endpoint }) => endpoint)

  expect(await setStatus('disabled')).toMatchObject({
    status: 'disabled',
    disabled_reason: 'manual',
    disabled_at: expect.any(String),
  })
  expect(await api.sendEvent('order.shipped', {})).toMatchObject({ deliveries_count: 0 })
  const sent = await api.expect(202, shapes.delivery, 'POST', `${path}/test`, {
    body: { event_type: 'stock.low', data: { object: { sku: 'A-1' } } },
  })
  await expect.poll(() => receiver.requests.length).toBe(2)
  expect(JSON.parse(String(receiver.requests[1]?.rawBody))).toMatchObject({
    type: 'stock.low',
    test: true,
    data: { object: { sku: 'A-1' } },
  })
  await expect
    .poll(async () => (await api.getDelivery(sent.delivery.id)).delivery)
    .toMatchObject({ status: 'delivered', trigger: 'test', test: true })

  expect(await setStatus('enabled')).toMatchObject({
    status: 'enabled',
    disabled_reason: null,
    disabled_at: null,
  })
  expect(await api.sendEvent('order.shipped', {})).toMatchObject({ deliveries_count: 1 })
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
  await expect
    .poll(async () => (await api.getStatistics(id)).deliveries, 'test sends do not count')
    .toMatchObject({ total: 1, delivered: 1 })
  await api.refused(422, 'POST', `${path}/test`, { body: { event_type: 'order.lost' } })
})

test('disabling ends what is pending', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url, retry_policy: 'short' })
  await expect.poll(() => receiver.requests.length).toBe(1)
  receiver.setBehaviour((_, response) => void response.writeHead(500).end())
  await api.sendEvent('order.shipped', {})
  const log = () => api.listDeliveries({ endpoint_id: id, event_type: 'order.shipped', http_status: '500' })
  await expect.poll(log).toMatchObject([{ status: 'retrying', next_attempt_at: expect.any(String) }])
  await api.expect(200, shapes.endpoint, 'PATCH', `/2025-09/webhook_endpoints/${id}`, {
    body: { status: 'disabled' },
  })
  const cancelled = await api.listDeliveries({ endpoint_id: id, status: 'cancelled' })
  expect(cancelled).toMatchObject([{ error: 'endpoint_disabled', attempts_count: 1, next_attempt_at: null }])
  expect((await api.getStatistics(id)).deliveries).toMatchObject({
    total: 1,
    cancelled: 1,
    success_rate: null,
  })
})

test('a receiver that answers 410 is disabled', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  receiver.setBehaviour((_, response) => void response.writeHead(410).end())
  const event = await api.sendEvent('order.shipped', {})
  await expect
    .poll(
      async () =>
        (await api.expect(200, shapes.endpoint, 'GET', `/2025-09/webhook_endpoints/${id}`)).endpoint,
    )
    .toMatchObject({ status: 'disabled', disabled_reason: 'gone' })
  expect(await api.listDeliveries({ endpoint_id: id, q: event.id })).toMatchObject([
    { status: 'failed', http_status: 410, error: 'http_error', attempts_count: 1 },
  ])
  expect(await api.sendEvent('order.shipped', {})).toMatchObject({ deliveries_count: 0 })
})
