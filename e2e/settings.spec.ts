import { findBrokenInvariants } from '@/lib/testing/invariants'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'
import type { Shopbell } from './fixtures/shopbell'

test.describe('with DRAIN=off', () => {
  test.beforeAll(({ shopbell }) => shopbell.restart({ DRAIN: 'off' }))
  test.afterAll(({ shopbell }) => shopbell.restart())

  async function drain(api: Api, shopbell: Shopbell) {
    const token = await shopbell.cronSecret()
    return api.expect(200, shapes.drained, 'POST', '/api/cron/deliveries', { token })
  }

  test('nothing is sent until a timer calls the cron route', async ({ api, shopbell, startReceiver }) => {
    const receiver = await startReceiver()
    const { id } = await api.createEndpoint({ url: receiver.url })
    await api.sendEvents('order.shipped', 3)
    const waiting = await api.listDeliveries({ endpoint_id: id, status: 'pending' })
    expect(waiting.map((delivery) => delivery.attempts_count)).toEqual([0, 0, 0, 0])
    expect(receiver.requests).toEqual([])

    const drained = await drain(api, shopbell)
    expect(drained).toMatchObject({ claimed: 4, delivered: 4, failed: 0, retried: 0, remaining: 0 })
    expect(withoutTests(receiver.requests)).toHaveLength(3)
    expect(await api.getStatistics(id)).toMatchObject({ deliveries: { total: 3, delivered: 3 } })
  })

  test('what was cancelled before it was tried counts as recovered by a resend, and not as a first success', async ({
    api,
    openDatabase,
    shopbell,
    startReceiver,
  }) => {
    const receiver = await startReceiver()
    const { id } = await api.createEndpoint({ url: receiver.url })
    await drain(api, shopbell)
    const event = await api.sendEvent('order.shipped', {})
    for (const status of ['disabled', 'enabled']) {
      const path = `/2025-09/webhook_endpoints/${id}`
      await api.expect(200, shapes.endpoint, 'PATCH', path, { body: { status } })
    }
    const [cancelled] = await api.listDeliveries({ endpoint_id: id, q: event.id })
    expect(cancelled).toMatchObject({ status: 'cancelled', error: 'endpoint_disabled', attempts_count: 0 })

    await api.expect(202, shapes.delivery, 'POST', `/2025-09/deliveries/${cancelled?.id}/resend`)
    await api.sendEvent('order.shipped', {})
    expect(await drain(api, shopbell)).toMatchObject({ claimed: 2, delivered: 2 })
    expect(await api.getStatistics(id)).toMatchObject({
      deliveries: { total: 2, delivered: 1, cancelled: 1, recovered: 1, success_rate: 1 },
      first_attempt_success_rate: 1,
    })
    expect(await findBrokenInvariants(await openDatabase())).toEqual([])
  })
})

test('with WEBHOOK_ALLOWED_CIDRS set to nothing no private address is sent to', async ({
  api,
  shopbell,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url, retry_policy: 'none' })
  await expect.poll(() => receiver.requests.length).toBe(1)
  await shopbell.restart({ WEBHOOK_ALLOWED_CIDRS: '' })

  const event = await api.sendEvent('order.shipped', {})
  await expect
    .poll(() => api.listDeliveries({ endpoint_id: id, q: event.id }))
    .toMatchObject([{ status: 'failed', error: 'blocked_address', http_status: null }])
  expect(receiver.requests).toHaveLength(1)

  for (const url of [
    receiver.url,
    `https://127.0.0.1:${receiver.port}/`,
    'https://localhost/',
    'https://[::1]/',
  ]) {
    const body = { name: 'Private', api_version: '2025-09', url, event_types: ['order.paid'] }
    const problem = await api.refused(422, 'POST', '/2025-09/webhook_endpoints', { body })
    expect(
      problem.errors?.map((error) => error.pointer),
      url,
    ).toEqual(['/url'])
  }
  await shopbell.restart()
})
