import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures/journey'
import { countEvents, withoutTests } from './fixtures/received'

test('a second start on the same data says where the first one is', async ({ shopbell }) => {
  const second = await shopbell.startAgain()
  expect(second.code).toBe(1)
  expect(second.output).toContain('already runs')
  expect(second.output).toContain(`:${new URL(shopbell.url).port}`)
})

test('a second start on the same port says that it is taken', async ({ shopbell }) => {
  const folder = await mkdtemp(join(tmpdir(), 'shopbell-second-'))
  const second = await shopbell.startAgain({ SHOPBELL_DATA_DIR: join(folder, 'data') })
  await rm(folder, { recursive: true })
  expect(second.code).toBe(1)
  expect(second.output).toContain(`Port ${new URL(shopbell.url).port} is in use`)
})

test('a SIGTERM lets what is in flight finish, and records it', async ({ api, shopbell, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  let release = () => {}
  receiver.setBehaviour((_, response) => {
    release = () => response.end('late')
  })
  const event = await api.sendEvent('order.shipped', { id: 1 })
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)

  shopbell.terminate()
  await expect.poll(() => shopbell.output).toContain('Stopping (SIGTERM)')
  release()
  expect(await shopbell.ended()).toBe(0)
  expect(shopbell.hasDatabase, 'PostgreSQL runs after the end').toBe(false)

  await shopbell.start()
  const deliveries = await api.listDeliveries({ endpoint_id: id, status: 'delivered' })
  expect(deliveries.find((delivery) => delivery.event_id === event.id)).toMatchObject({
    attempts_count: 1,
    trigger: 'event',
    http_status: 200,
  })
  expect(withoutTests(receiver.requests)).toHaveLength(1)
})

test('after a kill -9 of node alone, the next start takes over the PostgreSQL that it left', async ({
  api,
  shopbell,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await shopbell.killNode()
  expect(shopbell.hasDatabase).toBe(true)
  const before = shopbell.output.length
  await shopbell.start()
  expect(shopbell.output.slice(before)).toContain('PostgreSQL was running')
  await api.createEndpoint({ url: receiver.url })
  await api.sendEvent('order.shipped', {})
  await expect.poll(() => countEvents(receiver.requests)).toBe(1)
})

test('a kill -9 of PostgreSQL alone loses nothing, and it comes back by itself', async ({
  api,
  shopbell,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url, timeout_seconds: 1 })
  await expect.poll(() => receiver.requests.length).toBe(1)
  await api.sendEvents('order.shipped', 200)
  shopbell.killDatabase()

  const statuses = new Set<number>()
  await expect
    .poll(async () => {
      const { status } = await api.call('GET', `/2025-09/webhook_endpoints/${id}`)
      statuses.add(status)
      return status
    })
    .toBe(200)
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
  await expect
    .poll(async () => (await api.getStatistics(id)).deliveries, { timeout: 40_000 })
    .toMatchObject({ total: 200, delivered: 200, pending: 0 })
  expect(countEvents(receiver.requests)).toBe(200)
})
