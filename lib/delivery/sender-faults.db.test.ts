import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { ingestEvents } from '@/lib/db/ingest-events'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvents } from '@/lib/testing/factories'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { breakerDefaults } from './circuit-breaker'
import { EndpointLimits } from './endpoint-limits'
import { HeldClaims } from './held-claims'
import { Sender } from './sender'

cloneTestDatabase()

type Store = Awaited<ReturnType<typeof makeStore>>

// No shard of PostgreSQL's smallint: what is asked of it fails.
const IMPOSSIBLE_SHARD = 99_999
let lastShard = 500

describe('Sender, where something goes wrong', () => {
  let store: Store
  let receiver: Receiver
  const senders: Sender[] = []

  beforeEach(async () => {
    store = await makeStore(++lastShard)
    receiver = await startReceiver()
  })

  afterEach(async () => {
    await receiver.close()
    await Promise.all(senders.splice(0).map((sender) => sender.stop()))
  })

  function makeSender({ concurrency = 64, shards = [store.shard] } = {}): Sender {
    const sender = new Sender({
      retryPolicies: { standard: [60_000], short: [60_000], none: [] },
      random: () => 0.5,
      concurrency,
      listShards: async () => shards,
      onGone: async () => {},
      beatMs: 200,
    })
    senders.push(sender)
    return sender
  }

  async function emit(count: number, to = store, sender?: Sender) {
    const { deliveries } = await ingestEvents(hotPool(), to.shard, testEvents(to.id, count), sender?.offer())
    return deliveries
      .filter((delivery) => delivery.leased)
      .map((delivery) => ({
        shard: to.shard,
        storeId: to.id,
        eventType: 'order.created',
        data: '{"object":{"id":1}}',
        occurredAt: new Date(),
        claims: 1,
        number: 1,
        policyStep: 0,
        trigger: 'event' as const,
        actor: null,
        resendId: null,
        scheduledDueAt: null,
        revives: false,
        isAsked: false,
        isTest: false,
        ...delivery,
      }))
  }

  async function countPending(where: string): Promise<number> {
    const { rows } = await pool().query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pending_delivery WHERE shard = $1 AND ${where}`,
      [store.shard],
    )
    return rows[0]?.count ?? 0
  }

  it('claims the other shards where one cannot be', async () => {
    await makeEndpoint(store.id, { url: receiver.url })
    await emit(1)
    makeSender({ shards: [IMPOSSIBLE_SHARD, store.shard] }).start()
    expect(await receiver.waitFor(1)).toHaveLength(1)
  })

  it('says so where a drain can claim nothing at all', async () => {
    await expect(makeSender({ shards: [IMPOSSIBLE_SHARD] }).drain(5_000)).rejects.toThrow('smallint')
  })

  it('claims for an endpoint while others have all they may have in flight', async () => {
    receiver.setBehaviour(() => {})
    for (let index = 0; index < 4; index++) {
      const other = await makeStore(store.shard)
      await makeEndpoint(other.id, { url: receiver.url, concurrency: 64 })
      await emit(1, other)
    }
    const sender = makeSender({ concurrency: 256 })
    sender.start()
    await receiver.waitFor(4)
    const quick = await startReceiver()
    await makeEndpoint(store.id, { url: quick.url })
    await emit(1)
    sender.wake(store.shard)
    await quick.waitFor(1)
    expect(await countPending('attempts = 0 AND leased_until IS NOT NULL')).toBeGreaterThanOrEqual(4)
    await quick.close()
  })

  it('ends a drain with its budget, though the loop beside it has more to do', async () => {
    await makeEndpoint(store.id, { url: receiver.url, concurrency: 64 })
    for (let batch = 0; batch < 12; batch++) await emit(500)
    const sender = makeSender()
    sender.start()
    await receiver.waitFor(50)
    await sender.drain(50)
    expect(await countPending('true')).toBeGreaterThan(0)
  })

  it('gives back what it is handed after it stopped', async () => {
    await makeEndpoint(store.id, { url: receiver.url })
    const sender = makeSender()
    sender.start()
    await expect.poll(() => sender.offer().limit).toBeGreaterThan(0)
    const claims = await emit(20, store, sender)
    expect(claims).toHaveLength(20)
    await sender.stop()
    sender.accept(claims, performance.now())
    await expect.poll(() => countPending('leased_until IS NULL')).toBe(20)
    expect(receiver.requests).toHaveLength(0)
  })

  it('gives back what has waited until its lease is nearly over', async () => {
    await makeEndpoint(store.id, { url: receiver.url })
    const sender = makeSender()
    sender.start()
    await expect.poll(() => sender.offer().limit).toBeGreaterThan(0)
    const claims = await emit(2, store, sender)
    const held = new HeldClaims(
      new EndpointLimits({
        shareOf: (total) => total,
        slots: 64,
        breaker: breakerDefaults,
        random: () => 0.5,
      }),
      256,
    )
    const [late, early] = claims
    if (!late || !early) throw new Error('nothing was leased')
    held.hold([late], performance.now() - late.leaseMs)
    held.hold([early], performance.now())
    expect(await held.giveBack((each) => !held.canStart(each, 1_000))).toEqual([store.shard])
    expect(held.size).toBe(1)
    expect(await countPending('leased_until IS NULL')).toBe(1)
  })
})
