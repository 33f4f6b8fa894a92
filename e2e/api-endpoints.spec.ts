import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/smtp-receiver'
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
  const log = () => api.listDeliveries({ endpoint_id: id, event_type: 'order.shipped', http_status: 500 })
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

test('placeholders in a URL are filled for each event, and never lead elsewhere', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { origin } = new URL(receiver.url)
  const url = `${origin}/orders/{{order_id}}/x?total={{order_total}}&click={{fbclid}}`
  const { id, ...made } = await api.createEndpoint({
    url,
    event_types: ['order.paid'],
    retry_policy: 'short',
  })
  expect(made.url).toBe(url)
  await expect.poll(() => receiver.requests.length, 'the first test event').toBe(1)

  const sent = await api.sendEvent('order.paid', { id: '../../admin?x=', total: '12.50' })
  const sentTo = '/orders/..%2F..%2Fadmin%3Fx%3D/x?total=12.50&click='
  await expect.poll(() => withoutTests(receiver.requests).map(({ path }) => path)).toEqual([sentTo])
  const delivered = () => api.listDeliveries({ endpoint_id: id, q: sent.id, status: 'delivered' })
  await expect.poll(delivered, 'the receiver knows it before the log').toHaveLength(1)
  const [{ id: deliveredId } = { id: '' }] = await delivered()
  expect(await api.getDelivery(deliveredId)).toMatchObject({
    attempts: [{ request: { url: origin + sentTo } }],
  })

  const { id: eventId } = await api.sendEvent('order.paid', { id: '..', total: '1' })
  const failed = () => api.listDeliveries({ endpoint_id: id, q: eventId })
  await expect
    .poll(failed, 'no other attempt would fare better')
    .toMatchObject([
      { status: 'failed', error: 'placeholder_error', attempts_count: 1, next_attempt_at: null },
    ])
  const [{ id: deliveryId } = { id: '' }] = await failed()
  expect(await api.getDelivery(deliveryId)).toMatchObject({
    attempts: [
      { error_detail: expect.stringContaining('{{order_id}}'), request: { url: null, headers: null } },
    ],
  })
  expect(withoutTests(receiver.requests)).toHaveLength(1)

  const path = `/2025-09/webhook_endpoints/${id}`
  await api.expect(200, shapes.endpoint, 'PATCH', path, { body: { url: `${origin}/?id={{order_total}}` } })
  await api.expect(202, shapes.delivery, 'POST', `/2025-09/deliveries/${deliveryId}/resend`)
  await expect.poll(failed).toMatchObject([{ status: 'delivered', attempts_count: 2 }])
  expect(withoutTests(receiver.requests).at(-1)?.path).toBe('/?id=1')

  for (const [refused, code] of [
    ['https://{{host}}.example.com/', 'url_placeholder_host'],
    ['https://example.com:{{port}}/', 'url_placeholder_port'],
    ['https://example.com/?{{name}}=1', 'url_placeholder_parameter_name'],
    ['https://example.com/{{id', 'url_placeholder_braces'],
    ['https://10.0.0.1/{{id}}', 'url_private_address'],
  ]) {
    const problem = await api.refused(422, 'PATCH', path, { body: { url: refused } })
    expect(problem.errors).toMatchObject([{ pointer: '/url', code }])
  }
})

test('an endpoint’s own headers go out, and come back as names alone', async ({
  api,
  shopbell,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const headers = { 'X-Tenant': 'canary-one', Authorization: 'Bearer canary-two' }
  const { id, ...made } = await api.createEndpoint({ url: receiver.url, headers, rate_limit: 100 })
  expect(made).toMatchObject({
    headers: ['Authorization', 'X-Tenant'],
    rate_limit: 100,
    kind: 'api',
    email: null,
  })
  await receiver.waitFor(1)
  expect(receiver.requests[0]?.headers).toMatchObject({
    'x-tenant': 'canary-one',
    authorization: 'Bearer canary-two',
  })

  const path = `/2025-09/webhook_endpoints/${id}`
  const body = { headers: { 'x-tenant': null, 'X-Key': 'canary-three' }, rate_limit: null }
  const { endpoint } = await api.expect(200, shapes.endpoint, 'PATCH', path, { body })
  expect(endpoint).toMatchObject({ headers: ['Authorization', 'X-Key'], rate_limit: null })
  receiver.setBehaviour((request, response) => void response.end(JSON.stringify(request.headers)))
  await api.sendEvent('order.shipped', {})
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
  const sent = withoutTests(receiver.requests)[0]?.headers
  expect(sent).toMatchObject({ 'x-key': 'canary-three', authorization: 'Bearer canary-two' })
  expect(sent).not.toHaveProperty('x-tenant')

  const log = () => api.listDeliveries({ endpoint_id: id, status: 'delivered' })
  await expect.poll(log).toHaveLength(2)
  const details = await Promise.all((await log()).map((delivery) => api.getDelivery(delivery.id)))
  expect(details[0]?.attempts).toMatchObject([{ request: { headers: { Authorization: '…', 'X-Key': '…' } } }])
  expect(JSON.stringify(details)).not.toContain('canary')
  expect(shopbell.output).not.toContain('canary')

  for (const [name, value] of [
    ['Host', 'a'],
    ['webhook-id', 'a'],
    ['shopbell-signature', 'a'],
    ['x-a', 'a\r\nb: c'],
    ['x-a', ''],
    ['x a', 'b'],
  ] as const) {
    const problem = await api.refused(422, 'PATCH', path, { body: { headers: { [name]: value } } })
    expect(problem.errors).toMatchObject([{ pointer: `/headers/${name}` }])
  }
})

test('without a mail server e-mail endpoints are refused, in a sentence that says so', async ({ api }) => {
  const body = {
    name: 'Mail',
    api_version: '2025-09',
    kind: 'email',
    email: 'a@example.com',
    event_types: ['order.paid'],
  }
  const { errors } = await api.refused(422, 'POST', '/2025-09/webhook_endpoints', { body })
  expect(errors).toMatchObject([
    { pointer: '/kind', code: 'smtp_not_configured', detail: expect.stringMatching(/^SMTP_URL is not set/) },
  ])
})

test.describe('with a mail server', () => {
  let mailServer: SmtpReceiver

  test.beforeAll(async ({ shopbell }) => {
    mailServer = await startSmtpReceiver()
    await shopbell.restart({ SMTP_URL: mailServer.url, MAIL_FROM: 'Shopbell <webhooks@shopbell.example>' })
  })
  test.afterAll(async ({ shopbell }) => {
    await shopbell.restart()
    await mailServer.close()
  })

  test('an e-mail endpoint sends a message for each event', async ({ api }) => {
    const { id, ...made } = await api.createEndpoint({
      kind: 'email',
      email: 'orders@example.com',
      event_types: ['order.paid'],
    })
    expect(made).toMatchObject({ kind: 'email', email: 'orders@example.com', url: null, timeout_seconds: 30 })
    const [test] = await mailServer.waitFor(1)
    expect(test?.email.text).toContain('This is a test event')

    const event = await api.sendEvent('order.paid', { id: 7, note: '<script>\r\nBcc: x@example.com' })
    const [, mail] = await mailServer.waitFor(2)
    expect(mail).toMatchObject({ from: 'webhooks@shopbell.example', to: ['orders@example.com'] })
    expect(mail?.email.subject).toBe(`[Journey] order.paid ${event.id}`)
    expect(mail?.email.html).toContain('&lt;script&gt;')
    const [attachment] = mail?.email.attachments ?? []
    const content = attachment?.content ?? ''
    const json = typeof content === 'string' ? content : new TextDecoder().decode(content)
    expect(attachment?.filename).toBe(`${event.id}.json`)
    expect(JSON.parse(json)).toMatchObject({ id: event.id, type: 'order.paid', data: event.data })

    const log = () => api.listDeliveries({ endpoint_id: id, q: event.id })
    await expect.poll(log).toMatchObject([{ status: 'delivered', http_status: null, error: null }])
    const [{ id: deliveryId } = { id: '' }] = await log()
    const { attempts } = await api.getDelivery(deliveryId)
    expect(attempts).toMatchObject([
      {
        request: {
          url: 'mailto:orders@example.com',
          body: json,
          headers: { 'message-id': `<${deliveryId}@shopbell.example>` },
        },
        response: { body: expect.stringMatching(/^250 /) },
      },
    ])
    expect(mail?.email.messageId).toBe(`<${deliveryId}@shopbell.example>`)

    const path = `/2025-09/webhook_endpoints/${id}`
    const patched = { url: 'https://example.com/', headers: { a: 'b' } }
    expect((await api.refused(422, 'PATCH', path, { body: patched })).errors).toMatchObject([
      { pointer: '/url', code: 'not_of_kind' },
      { pointer: '/headers', code: 'not_of_kind' },
    ])
    await api.refused(422, 'PATCH', path, { body: { kind: 'api' } })
    const { endpoint } = await api.expect(200, shapes.endpoint, 'PATCH', path, {
      body: { email: 'new@example.com' },
    })
    expect(endpoint.email).toBe('new@example.com')
  })

  test('is tried again where the server says later, and not where it says never', async ({ api }) => {
    const before = mailServer.mails.length
    const { id } = await api.createEndpoint({ kind: 'email', email: 'orders@example.com' })
    await mailServer.waitFor(before + 1)
    mailServer.refuseWith({ code: 451, text: 'Greylisted' })
    const later = await api.sendEvent('order.shipped', {})
    const log = (q: string) => api.listDeliveries({ endpoint_id: id, q })
    await expect.poll(() => log(later.id)).toMatchObject([{ status: 'retrying', error: 'smtp_error' }])
    mailServer.refuseWith({ code: 550, text: 'No such user' })
    const never = await api.sendEvent('order.shipped', {})
    await expect
      .poll(() => log(never.id))
      .toMatchObject([{ status: 'failed', error: 'smtp_error', attempts_count: 1 }])
    const [failed] = await log(never.id)
    expect(await api.getDelivery(failed?.id ?? '')).toMatchObject({
      attempts: [{ error_detail: 'The mail server answered: 550 No such user' }],
    })
    mailServer.refuseWith(null)
    await api.expect(202, shapes.delivery, 'POST', `/2025-09/deliveries/${failed?.id}/resend`)
    await expect.poll(() => log(never.id)).toMatchObject([{ status: 'delivered', attempts_count: 2 }])
  })

  test('the type e-mail of the integer-id API is the same kind', async ({ api }) => {
    const before = mailServer.mails.length
    const body = { name: 'Mail', type: 'e-mail', event: 'order-created', format: 'json' }
    const make = (address: string) =>
      api.call('POST', '/api/v1/webhooks', { body: { ...body, url_or_email: address } })
    expect((await make('example.com/hooks')).status).toBe(422)
    const made = await make('orders@example.com')
    expect(made.status, made.text).toBe(201)
    await mailServer.waitFor(before + 1)
    const listed = await api.call('GET', '/api/v1/webhooks?limit=1')
    const shown = { ...body, url_or_email: 'orders@example.com', is_enabled: true }
    expect(listed.json).toMatchObject({ data: [shown] })
    const [, id] = /"id":(\d+)/.exec(made.text) ?? []
    const put = (address: string) =>
      api.call('PUT', `/api/v1/webhooks?id=${id}`, { body: { url_or_email: address } })
    const refused = await put('example.com/hooks')
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { errors: { url_or_email: [expect.any(String)] } },
    ])
    expect((await put('new@example.com')).status).toBe(200)
    await api.sendEvent('order.created', { id: 7 })
    const mails = await mailServer.waitFor(before + 2)
    expect(mails.at(-1)).toMatchObject({ to: ['new@example.com'] })
    expect((await api.call('DELETE', `/api/v1/webhooks?id=${id}`)).status).toBe(200)
  })
})
