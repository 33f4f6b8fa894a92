import { findBrokenInvariants } from '@/lib/testing/invariants'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { countEvents, headerOf, withoutTests } from './fixtures/received'

async function untilDelivered(api: Api, endpointId: string, count: number): Promise<void> {
  await expect
    .poll(async () => (await api.getStatistics(endpointId)).deliveries, { timeout: 60_000 })
    .toMatchObject({ total: count, delivered: count, failed: 0, cancelled: 0, pending: 0, success_rate: 1 })
}

test('what is sent while the receiver is down arrives once it is back', async ({
  api,
  openDatabase,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const endpoint = await api.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  await receiver.stop()

  const eventIds = await api.sendEvents('order.shipped', 100)
  // After the first ten the circuit breaker holds the others back.
  await expect
    .poll(async () => (await api.listDeliveries({ endpoint_id: endpoint.id, status: 'retrying' })).length)
    .toBeGreaterThanOrEqual(10)
  await receiver.start()

  await expect.poll(() => countEvents(receiver.requests), { timeout: 45_000 }).toBe(100)
  const arrived = withoutTests(receiver.requests).map((request) => headerOf(request, 'webhook-id'))
  expect(arrived.sort()).toEqual(eventIds.sort())

  await untilDelivered(api, endpoint.id, 100)
  const deliveries = await api.listDeliveries({ endpoint_id: endpoint.id, status: 'delivered' })
  const retried = deliveries.filter((delivery) => delivery.trigger === 'retry')
  expect(retried.length).toBeGreaterThanOrEqual(10)
  const [one] = retried
  if (!one) throw new Error('Nothing was retried.')
  const { attempts } = await api.getDelivery(one.id)
  const byNumber = attempts.toSorted((left, right) => left.number - right.number)
  expect(byNumber[0]).toMatchObject({
    trigger: 'event',
    outcome: 'failed',
    error: 'connection_refused',
    http_status: null,
    response: null,
  })
  expect(byNumber.at(-1)).toMatchObject({ trigger: 'retry', outcome: 'succeeded', error: null })
  expect(await findBrokenInvariants(await openDatabase())).toEqual([])
})

test('a kill -9 of everything amid 1,000 deliveries loses none', async ({
  api,
  openDatabase,
  shopbell,
  startReceiver,
}) => {
  test.setTimeout(120_000)
  const receiver = await startReceiver()
  // A short time limit makes for a short lease: sooner is nobody allowed to take over.
  const endpoint = await api.createEndpoint({ url: receiver.url, timeout_seconds: 1, concurrency: 32 })
  await expect.poll(() => receiver.requests.length).toBe(1)
  // From the 300th on no answer comes, so that some are in flight for certain when all ends.
  receiver.setBehaviour((_, response) => {
    if (receiver.requests.length < 300) response.end('ok')
  })

  const eventIds = await api.sendEvents('order.shipped', 1_000)
  await expect.poll(() => receiver.requests.length).toBeGreaterThan(300)
  await shopbell.kill()
  const before = countEvents(receiver.requests)
  expect(before).toBeLessThan(1_000)

  receiver.setBehaviour((_, response) => void response.end('ok'))
  await shopbell.start()
  await expect.poll(() => countEvents(receiver.requests), { timeout: 60_000 }).toBe(1_000)
  await untilDelivered(api, endpoint.id, 1_000)

  const bodies = new Map<string, Set<string>>()
  for (const request of withoutTests(receiver.requests)) {
    const id = headerOf(request, 'webhook-id')
    bodies.set(id, (bodies.get(id) ?? new Set()).add(request.rawBody.toString()))
  }
  expect([...bodies.keys()].sort()).toEqual(eventIds.sort())
  expect(
    [...bodies.values()].filter((versions) => versions.size > 1),
    'each repeat has the same bytes',
  ).toEqual([])

  const database = await openDatabase()
  expect(await findBrokenInvariants(database)).toEqual([])
  const { rows } = await database.query(
    `SELECT count(*)::int AS pending FROM pending_delivery q JOIN store s ON s.id = q.store_id WHERE s.slug = 'journey'`,
  )
  expect(rows).toEqual([{ pending: 0 }])
  const lost = await database.query(`SELECT count(*)::int AS count FROM attempt WHERE error = 'sender_lost'`)
  expect(lost.rows[0]?.count, 'what was in flight is on record').toBeGreaterThan(0)
})
