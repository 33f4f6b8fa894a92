import { hostname } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { disableEndpoint } from '@/lib/db/endpoint-state'
import { ingestEvents } from '@/lib/db/ingest-events'
import { resendDelivery } from '@/lib/db/resend-delivery'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent, testEvents } from '@/lib/testing/factories'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { Sender, type SenderSettings } from './sender'

cloneTestDatabase()

type Store = Awaited<ReturnType<typeof makeStore>>

let lastShard = 700

describe('Sender, within the limits of endpoints', () => {
  let store: Store
  let receiver: Receiver
  const receivers: Receiver[] = []
  const senders: Sender[] = []

  beforeEach(async () => {
    store = await makeStore(++lastShard)
    receiver = await makeReceiver()
  })

  afterEach(async () => {
    await Promise.all(receivers.splice(0).map((each) => each.close()))
    await Promise.all(senders.splice(0).map((sender) => sender.stop()))
  })

  async function makeReceiver(): Promise<Receiver> {
    const made = await startReceiver()
    receivers.push(made)
    return made
  }

  function makeSender(settings: Partial<SenderSettings> = {}): Sender {
    const sender = new Sender({
      retryPolicies: { standard: [60_000], short: [1], none: [] },
      random: () => 0,
      concurrency: 64,
      listShards: async () => [store.shard],
      onGone: async () => {},
      beatMs: 100,
      ...settings,
    })
    senders.push(sender)
    return sender
  }

  async function emit(count: number, storeId = store.id): Promise<void> {
    await ingestEvents(hotPool(), store.shard, testEvents(storeId, count))
  }

  async function count(table: string, where: string, endpointId: string): Promise<number> {
    const { rows } = await pool().query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE endpoint_id = $1 AND ${where}`,
      [endpointId],
    )
    return rows[0]?.count ?? 0
  }

  /** Lets the receiver answer after `ms` and counts how many requests it has at once. */
  function answerAfter(ms: number): { most: number } {
    const open = { now: 0, most: 0 }
    receiver.setBehaviour(async (_, response) => {
      open.most = Math.max(open.most, ++open.now)
      await new Promise((resolve) => setTimeout(resolve, ms))
      open.now--
      response.end('ok')
    })
    return open
  }

  it.each([
    [1, 4, 20],
    [2, 3, 90],
    [4, 5, 150],
    [4, 2, 60],
  ])('%i senders share a cap of %i', async (senderCount, concurrency, deliveries) => {
    await makeEndpoint(store.id, { url: receiver.url, concurrency })
    const open = answerAfter(10)
    await emit(deliveries)
    for (let index = 0; index < senderCount; index++) makeSender().start()
    await receiver.waitFor(deliveries)
    expect(open.most).toBeLessThanOrEqual(concurrency)
    expect(open.most).toBeGreaterThan(1)
    expect(receiver.requests).toHaveLength(deliveries)
  })

  it('shares a cap with a sender that comes later, and takes it back when that one goes', async () => {
    await makeEndpoint(store.id, { url: receiver.url, concurrency: 4 })
    const open = answerAfter(5)
    await emit(200)
    makeSender().start()
    await receiver.waitFor(20)
    const other = makeSender()
    other.start()
    await expect.poll(() => other.offer().senders).toBe(2)
    await receiver.waitFor(100)
    await other.stop()
    await receiver.waitFor(200)
    expect(open.most).toBeLessThanOrEqual(4)
  })

  it('gives its share back to others when it stops, and is off the list', async () => {
    const [one, other] = [makeSender(), makeSender()]
    one.start()
    other.start()
    await expect.poll(() => [one.offer().senders, other.offer().senders]).toEqual([2, 2])
    expect([one.offer().rank, other.offer().rank].sort()).toEqual([0, 1])
    await other.stop()
    await expect.poll(() => one.offer()).toMatchObject({ senders: 1, rank: 0, limit: 512 })
    expect((await pool().query('SELECT id FROM sender')).rows).toHaveLength(1)
  })

  it('does not wait for a sender of this machine that crashed', async () => {
    await pool().query(
      `INSERT INTO sender (id, host, pid, version) VALUES (gen_random_uuid(), $1, $2, '0')`,
      [hostname(), process.pid],
    )
    const sender = makeSender()
    sender.start()
    await expect.poll(() => sender.offer(), { timeout: 2_000 }).toMatchObject({ senders: 1, limit: 512 })
  })

  it('keeps to a rate, shared by two senders', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 16 })
    await pool().query('UPDATE endpoint SET rate_limit = 50 WHERE id = $1', [endpointId])
    await emit(200)
    const both = [makeSender(), makeSender()]
    for (const sender of both) sender.start()
    await expect.poll(() => both.map((sender) => sender.offer().senders)).toEqual([2, 2])
    const begun = receiver.requests.length
    const requests = await receiver.waitFor(begun + 100)
    const [first, last] = [requests[begun], requests[begun + 99]]
    const seconds = ((last?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0)) / 1000
    // 50 a second, the small bursts of both, and what a busy machine lets come together; unshared it would be 100.
    expect(99 / seconds).toBeLessThanOrEqual(70)
    // What waits for the rate is not held on leases: two seconds' worth at most.
    expect(await count('pending_delivery', 'leased_until IS NOT NULL', endpointId)).toBeLessThanOrEqual(132)
  })

  it('pauses an endpoint that fails, uses no attempt up meanwhile, and goes on after a probe', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 4 })
    receiver.setBehaviour((_, response) => void response.writeHead(500).end())
    await emit(100)
    const sender = makeSender({ breaker: { firstPauseMs: 400, longestPauseMs: 400 } })
    sender.start()
    await receiver.waitFor(10)
    await expect.poll(() => count('endpoint_health', 'paused_until > now()', endpointId)).toBe(1)
    // Ten that failed, at most three that were in flight beside them, and a probe now and then.
    await receiver.waitFor(16)
    expect(await count('pending_delivery', 'attempts > 0', endpointId)).toBeLessThanOrEqual(50)
    expect(await count('pending_delivery', 'leased_until IS NOT NULL', endpointId)).toBeLessThanOrEqual(1)
    receiver.setBehaviour((_, response) => void response.end('ok'))
    await expect
      .poll(() => count('pending_delivery', 'attempts = 0', endpointId), { timeout: 10_000 })
      .toBe(0)
    await expect.poll(() => count('endpoint_health', 'paused_until IS NULL', endpointId)).toBe(1)
  })

  it('lets what people ask for past a pause', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 1 })
    receiver.setBehaviour((_, response) => void response.writeHead(503, { 'retry-after': '60' }).end())
    await emit(20)
    const sender = makeSender()
    sender.start()
    await expect.poll(() => count('endpoint_health', 'paused_until > now()', endpointId)).toBe(1)
    expect(receiver.requests).toHaveLength(1)
    receiver.setBehaviour((_, response) => void response.end('ok'))

    await ingestEvents(hotPool(), store.shard, [testEvent(store.id)], sender.offer(), {
      testEndpointId: endpointId,
    })
    sender.wake(store.shard)
    const [, testSend] = await receiver.waitFor(2)
    expect(testSend?.rawBody.toString()).toContain('"test":true')
    await expect.poll(() => count('finished_delivery', 'is_test', endpointId)).toBe(1)
    // The receiver asked to wait, so all else does, in nobody's hands.
    expect(await count('pending_delivery', 'leased_until IS NULL', endpointId)).toBe(20)
    expect(receiver.requests).toHaveLength(2)
  })

  it('lets a resend past an open breaker, whatever else waits', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 2 })
    receiver.setBehaviour((_, response) => void response.writeHead(500).end())
    await emit(60)
    const sender = makeSender()
    sender.start()
    await expect.poll(() => count('endpoint_health', 'paused_until > now()', endpointId)).toBe(1)
    await expect.poll(() => count('pending_delivery', 'leased_until IS NOT NULL', endpointId)).toBe(0)
    const before = receiver.requests.length
    const { rows } = await pool().query<{ id: string }>(
      'SELECT id FROM pending_delivery WHERE endpoint_id = $1 AND attempts = 0 ORDER BY id DESC LIMIT 1',
      [endpointId],
    )
    expect(await resendDelivery(hotPool(), store.shard, store.id, rows[0]?.id ?? '', 'user:x')).toBe('queued')
    sender.wake(store.shard)
    await receiver.waitFor(before + 1)
    await expect.poll(() => count('pending_delivery', `last_trigger = 'resend'`, endpointId)).toBe(1)
    expect(receiver.requests).toHaveLength(before + 1)
  })

  it('lets endpoints that hang have no more than half of the process', async () => {
    receiver.setBehaviour(() => {})
    for (let index = 0; index < 6; index++)
      await makeEndpoint(store.id, { url: receiver.url, concurrency: 8 })
    await emit(40)
    const other = await makeStore(store.shard)
    const quick = await makeReceiver()
    await makeEndpoint(other.id, { url: quick.url })
    makeSender({ concurrency: 16 }).start()
    await receiver.waitFor(8)
    await emit(100, other.id)
    await quick.waitFor(100)
    // Half of 16, and first requests up to three quarters.
    expect(receiver.requests.length).toBeLessThanOrEqual(12)
  })

  it('sends less at once to a receiver that says it is too much', async () => {
    await makeEndpoint(store.id, { url: receiver.url, concurrency: 8 })
    const waiting: (() => void)[] = []
    receiver.setBehaviour((_, response) => void waiting.push(() => response.writeHead(429).end()))
    await emit(40)
    makeSender().start()
    await receiver.waitFor(8)
    const open = answerAfter(10)
    for (const refuse of waiting) refuse()
    await receiver.waitFor(12)
    expect(open.most).toBeLessThanOrEqual(4)
    await receiver.waitFor(40)
    expect(open.most).toBeGreaterThan(4)
  })

  it('sends nothing more of what it has claimed once a person disables the endpoint', async () => {
    const endpointId = await makeEndpoint(store.id, { url: receiver.url, concurrency: 2 })
    const waiting: (() => void)[] = []
    receiver.setBehaviour((_, response) => void waiting.push(() => response.end('ok')))
    await emit(8)
    makeSender().start()
    await receiver.waitFor(2)
    await expect.poll(() => count('pending_delivery', 'leased_until IS NOT NULL', endpointId)).toBe(8)
    await disableEndpoint(store.id, endpointId, 'manual')
    await expect.poll(() => count('pending_delivery', 'true', endpointId), { timeout: 5_000 }).toBe(2)
    for (const answer of waiting) answer()
    await expect.poll(() => count('finished_delivery', `status = 'delivered'`, endpointId)).toBe(2)
    expect(await count('finished_delivery', `status = 'cancelled'`, endpointId)).toBe(6)
  })
})
