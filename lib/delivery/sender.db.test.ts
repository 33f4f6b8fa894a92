import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { disableEndpoint } from '@/lib/db/endpoint-state'
import { ingestEvents } from '@/lib/db/ingest-events'
import { resendDelivery } from '@/lib/db/resend-delivery'
import { listShards } from '@/lib/db/stores'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent, testEvents } from '@/lib/testing/factories'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { Sender } from './sender'

cloneTestDatabase()

type Store = Awaited<ReturnType<typeof makeStore>>

describe('Sender', () => {
  let store: Store
  let receiver: Receiver
  const senders: Sender[] = []

  beforeEach(async () => {
    // Each test has its own shard, so that what another left behind is nobody's business.
    store = await makeStore(freeShard())
    receiver = await startReceiver()
  })

  afterEach(async () => {
    await Promise.all(senders.splice(0).map((sender) => sender.stop()))
    await receiver.close()
  })

  function makeSender({ delays = [20, 20], concurrency = 64 } = {}): Sender {
    const sender = new Sender({
      retryPolicies: { standard: delays, short: delays, none: [] },
      random: () => 0.5,
      concurrency,
      listShards: async () => (await listShards()).filter((shard) => shard === store.shard),
      onGone: async (storeId, endpointId) => void (await disableEndpoint(storeId, endpointId, 'gone')),
      beatMs: 200,
    })
    senders.push(sender)
    return sender
  }

  async function emit(count: number, storeId = store.id): Promise<void> {
    await ingestEvents(hotPool(), store.shard, testEvents(storeId, count))
  }

  async function statuses(endpointId: string): Promise<Record<string, number>> {
    const { rows } = await pool().query<{ status: string; count: number }>(
      `SELECT status, count(*)::int AS count FROM (
        SELECT status FROM finished_delivery WHERE endpoint_id = $1
        UNION ALL SELECT 'pending' FROM pending_delivery WHERE endpoint_id = $1) all_of_it GROUP BY status`,
      [endpointId],
    )
    return Object.fromEntries(rows.map((row) => [row.status, row.count]))
  }

  it('drains a backlog, each delivery once, and says what it did', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url })
    await emit(200)
    expect(await makeSender().drain(20_000)).toEqual({ claimed: 200, delivered: 200, failed: 0, retried: 0 })
    expect(await statuses(endpointId)).toEqual({ delivered: 200 })
    expect(new Set(receiver.requests.map((request) => request.headers['webhook-id'])).size).toBe(200)
  })

  it('shares a backlog among senders without sending anything twice', async () => {
    await makeEndpoint(store.id, { url: receiver.url })
    await emit(300)
    const counts = await Promise.all(
      [makeSender(), makeSender(), makeSender()].map((sender) => sender.drain(20_000)),
    )
    expect(counts.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(300)
    expect(receiver.requests).toHaveLength(300)
  })

  it('retries by the schedule, the same bytes under the same id, then gives up', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url })
    receiver.setBehaviour((_, response) => void response.writeHead(500).end('broken'))
    await emit(1)
    const sender = makeSender()
    sender.start()
    const requests = await receiver.waitFor(3)
    await sender.stop()
    expect(new Set(requests.map((request) => request.rawBody.toString())).size).toBe(1)
    expect(new Set(requests.map((request) => request.headers['webhook-id'])).size).toBe(1)
    expect(requests.map((request) => request.headers['shopbell-attempt'])).toEqual(['1', '2', '3'])
    expect(await statuses(endpointId)).toEqual({ failed: 1 })
    const { rows } = await pool().query(
      'SELECT error, http_status, count FROM stat_error WHERE endpoint_id = $1',
      [endpointId],
    )
    expect(rows).toEqual([{ error: 'http_error', http_status: 500, count: 1 }])
  })

  it('keeps to an endpoint’s cap', async () => {
    await makeEndpoint(store.id, { url: receiver.url, concurrency: 3 })
    let open = 0
    let most = 0
    receiver.setBehaviour(async (_, response) => {
      most = Math.max(most, ++open)
      // A turn of the event loop, in which a fourth request would come in.
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
      open--
      response.end('ok')
    })
    await emit(60)
    await makeSender().drain(20_000)
    expect(receiver.requests).toHaveLength(60)
    expect(most).toBeLessThanOrEqual(3)
  })

  it('lets others through while one endpoint hangs', async () => {
    const hanging = await startReceiver({ handler: () => {} })
    const hung = await makeEndpoint(store.id, { url: hanging.url })
    await emit(50)
    const other = await makeStore(store.shard)
    await makeEndpoint(other.id, { url: receiver.url })
    await emit(50, other.id)
    const sender = makeSender({ concurrency: 16 })
    sender.start()
    await receiver.waitFor(50)
    expect(hanging.requests.length).toBeLessThanOrEqual(8)
    await hanging.close()
    await disableEndpoint(store.id, hung, 'manual')
  })

  it('takes over what was born leased to it, without a claim', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url })
    const sender = makeSender()
    sender.start()
    await expect.poll(() => sender.offer().limit).toBe(512)
    const offer = sender.offer()
    expect(offer).toMatchObject({ saturated: [], senders: 1, rank: 0 })
    const event = testEvent(store.id)
    const { deliveries } = await ingestEvents(hotPool(), store.shard, [event], offer)
    const [delivery] = deliveries
    if (!delivery?.leased) throw new Error('not leased')
    sender.accept(
      [
        {
          shard: store.shard,
          storeId: store.id,
          eventType: event.type,
          data: event.data,
          occurredAt: event.occurredAt,
          claims: 1,
          number: 1,
          policyStep: 0,
          trigger: 'event',
          actor: null,
          resendId: null,
          scheduledDueAt: null,
          revives: false,
          isAsked: false,
          isTest: false,
          ...delivery,
        },
      ],
      performance.now(),
    )
    await receiver.waitFor(1)
    await sender.stop()
    expect(await statuses(endpointId)).toEqual({ delivered: 1 })
  })

  it('finishes what is in flight when it stops, and gives back the rest', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 2 })
    const answers: (() => void)[] = []
    receiver.setBehaviour((_, response) => void answers.push(() => response.end('ok')))
    await emit(10)
    const sender = makeSender()
    sender.start()
    await receiver.waitFor(2)
    const stopped = sender.stop()
    for (const answer of answers) answer()
    await stopped
    expect(await statuses(endpointId)).toEqual({ delivered: 2, pending: 8 })
    const { rows } = await pool().query(
      'SELECT count(*)::int AS leased FROM pending_delivery WHERE leased_until IS NOT NULL',
    )
    expect(rows).toEqual([{ leased: 0 }])
  })

  it('disables an endpoint that is gone, and cancels what it has waiting', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 1 })
    receiver.setBehaviour((_, response) => void response.writeHead(410).end())
    await emit(5)
    const sender = makeSender()
    sender.start()
    await expect.poll(() => statuses(endpointId), { timeout: 5_000 }).toEqual({ failed: 1, cancelled: 4 })
    expect(receiver.requests).toHaveLength(1)
    const { rows } = await pool().query('SELECT disabled_reason FROM endpoint WHERE id = $1', [endpointId])
    expect(rows).toEqual([{ disabled_reason: 'gone' }])
  })

  it('records what it sent once the database is back', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url })
    receiver.setBehaviour(async (_, response) => {
      const { rows } = await pool().query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await pool().query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> $1',
        [rows[0]?.pid],
      )
      response.end('ok')
    })
    await emit(1)
    const sender = makeSender()
    sender.start()
    await receiver.waitFor(1)
    await expect
      .poll(() => statuses(endpointId).catch(() => ({})), { timeout: 10_000 })
      .toEqual({ delivered: 1 })
    expect(receiver.requests).toHaveLength(1)
  })

  it('resends as one more attempt of the same delivery', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url })
    await emit(1)
    const sender = makeSender()
    sender.start()
    await receiver.waitFor(1)
    await expect.poll(() => statuses(endpointId)).toEqual({ delivered: 1 })
    const { rows } = await pool().query<{ id: string }>(
      'SELECT id FROM finished_delivery WHERE endpoint_id = $1',
      [endpointId],
    )
    expect(await resendDelivery(hotPool(), store.shard, store.id, rows[0]?.id ?? '', 'user:x')).toBe('queued')
    sender.wake(store.shard)
    const [first, second] = await receiver.waitFor(2)
    expect(second?.rawBody).toEqual(first?.rawBody)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.headers['shopbell-attempt']).toBe('2')
  })
})

let lastShard = 100

function freeShard(): number {
  return ++lastShard
}
