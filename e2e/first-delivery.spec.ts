import packageJson from '@/package.json' with { type: 'json' }
import { Api } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { headerOf, standardHeaders, withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'
import { verifyWebhookSignature } from './receivers/seed-003'

test('token, endpoint, event: a signed delivery that is logged, counted and resent', async ({
  shopbell,
  startReceiver,
}) => {
  const token = await shopbell.npmRun('token:create', '--store', 'demo', '--name', 'first delivery')
  expect(token).toMatch(/^shb_[0-9A-Za-z]{10}_[\w-]{43}\n$/)
  const api = new Api(shopbell.url, token.trim())
  const receiver = await startReceiver()

  const endpoint = await api.createEndpoint({
    url: `${receiver.url}/hooks?from=shopbell`,
    event_types: ['order.shipped', 'order.paid'],
  })
  await expect.poll(() => receiver.requests.length, 'a test event comes at once').toBe(1)
  const [testSend] = receiver.requests
  expect(JSON.parse(String(testSend?.rawBody))).toMatchObject({ type: 'order.shipped', test: true })

  const acceptedAt = performance.now()
  const event = await api.sendEvent('order.paid', { id: 'ord_1042', customer: { email: 'ada@example.com' } })
  await expect.poll(() => receiver.requests.length).toBe(2)
  const [request] = withoutTests(receiver.requests)
  if (!request) throw new Error('Nothing but test events arrived.')

  expect(request).toMatchObject({ method: 'POST', path: '/hooks?from=shopbell' })
  expect(request.headers).toEqual({
    'accept-encoding': 'identity',
    connection: 'keep-alive',
    'content-length': String(request.rawBody.length),
    'content-type': 'application/json',
    host: new URL(receiver.url).host,
    'shopbell-attempt': '1',
    'shopbell-delivery': expect.stringMatching(/^dlv_[0-9a-z]{26}$/),
    'shopbell-event': 'order.paid',
    'shopbell-signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    'user-agent': `Shopbell/${packageJson.version}`,
    'webhook-id': event.id,
    'webhook-signature': expect.stringMatching(/^v1,[0-9A-Za-z+/]{43}=$/),
    'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
  })
  const body = request.rawBody.toString()
  expect(body).toBe(JSON.stringify(JSON.parse(body)))
  expect(Object.entries(JSON.parse(body))).toEqual([
    ['id', event.id],
    ['type', 'order.paid'],
    ['created', event.created],
    ['timestamp', new Date(event.created * 1000).toISOString().replace('.000', '')],
    ['api_version', '2025-09'],
    ['data', { object: { id: 'ord_1042', customer: { email: 'ada@example.com' } } }],
  ])
  expect(verifyWebhookSignature(body, headerOf(request, 'shopbell-signature'), endpoint.secret)).toBe(true)

  const deliveryId = headerOf(request, 'shopbell-delivery')
  const log = () => api.listDeliveries({ endpoint_id: endpoint.id, event_type: 'order.paid' })
  await expect
    .poll(log, { timeout: 2_000 - (performance.now() - acceptedAt) })
    .toMatchObject([
      { id: deliveryId, event_id: event.id, status: 'delivered', trigger: 'event', attempts_count: 1 },
    ])
  const counted = await api.getStatistics(endpoint.id)
  expect(counted).toMatchObject({
    endpoint_id: endpoint.id,
    deliveries: {
      total: 1,
      delivered: 1,
      failed: 0,
      cancelled: 0,
      pending: 0,
      recovered: 0,
      success_rate: 1,
    },
    first_attempt_success_rate: 1,
    attempts: { total: 1, succeeded: 1, failed: 0 },
    errors: [],
  })
  expect(counted.daily).toHaveLength(30)
  expect(counted.daily.map((day) => day.delivered).reduce((sum, count) => sum + count)).toBe(1)

  const { delivery } = await api.expect(
    202,
    shapes.delivery,
    'POST',
    `/2025-09/deliveries/${deliveryId}/resend`,
  )
  expect(delivery.id).toBe(deliveryId)
  await expect.poll(() => receiver.requests.length).toBe(3)
  const resent = receiver.requests[2]
  if (!resent) throw new Error('The resend did not arrive.')
  expect(resent.rawBody.equals(request.rawBody)).toBe(true)
  expect(resent.headers).toMatchObject({
    'webhook-id': event.id,
    'shopbell-delivery': deliveryId,
    'shopbell-attempt': '2',
  })
  expect(standardHeaders(resent)['webhook-signature']).toMatch(/^v1,/)

  await expect
    .poll(async () => (await api.getDelivery(deliveryId)).attempts.map((attempt) => attempt.trigger).sort())
    .toEqual(['event', 'resend'])
  const detail = await api.getDelivery(deliveryId)
  expect(detail.delivery).toMatchObject({ status: 'delivered', trigger: 'resend', attempts_count: 2 })
  for (const attempt of detail.attempts) {
    expect(attempt).toMatchObject({ outcome: 'succeeded', http_status: 200, error: null })
    expect(attempt.request).toMatchObject({ method: 'POST', url: endpoint.url, body })
    expect(attempt.response).toMatchObject({ body: 'ok', truncated: false })
  }
  expect(JSON.stringify(detail)).not.toContain(endpoint.secret)
  expect(await api.getStatistics(endpoint.id)).toMatchObject({
    deliveries: { total: 1, delivered: 1 },
    attempts: { total: 2, succeeded: 2 },
  })
  await api.deleteMade()
})
