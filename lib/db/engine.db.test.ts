import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { attemptResult, failure, success, testEvent } from '@/lib/testing/factories'
import { claimDue, type Quota } from './claim-due'
import { hotPool } from './client'
import { listDueEndpoints } from './due-endpoints'
import { ingestEvents } from './ingest-events'
import { recordAttempts } from './record-attempts'
import { resendDelivery } from './resend-delivery'

cloneTestDatabase()

async function rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await hotPool().query(sql, values)).rows
}

describe('the hot statements', () => {
  let store: Awaited<ReturnType<typeof makeStore>>
  let endpointId: string
  const everything = (leaseMs: number): Quota[] => [{ endpointId, count: 100, scope: 'all', leaseMs }]

  beforeEach(async () => {
    store = await makeStore()
    endpointId = await makeEndpoint(store.id, { concurrency: 2 })
  })

  const claim = (leaseMs = 60_000) => claimDue(hotPool(), store.shard, everything(leaseMs))

  it('fans an event out to the endpoints that listen, and to no other', async () => {
    await makeEndpoint(store.id, { eventTypes: ['order.paid'] })
    const answer = await ingestEvents(hotPool(), store.shard, [
      testEvent(store.id),
      testEvent(store.id, { type: 'stock.low' }),
    ])
    expect(answer.deliveries).toMatchObject([{ endpointId, leased: false, apiVersion: '2025-09' }])
    expect(await listDueEndpoints(hotPool(), store.shard)).toContainEqual(
      expect.objectContaining({ endpointId, storeId: store.id, stopped: null }),
    )
  })

  it('leases what is born up to the offer', async () => {
    const events = Array.from({ length: 5 }, () => testEvent(store.id))
    const offer = { slackMs: 60_000, limit: 3, depth: 1, saturated: [], senders: 1, rank: 0 }
    const answer = await ingestEvents(hotPool(), store.shard, events, offer)
    expect(answer.deliveries.filter((delivery) => delivery.leased)).toHaveLength(2)
    expect(await claim()).toHaveLength(3)
    const full = await ingestEvents(hotPool(), store.shard, [testEvent(store.id)], {
      ...offer,
      saturated: [endpointId],
    })
    expect(full.deliveries[0]?.leased).toBe(false)
  })

  it('stores a keyed event once, and refuses the key with other content', async () => {
    const first = testEvent(store.id, { key: 'k1' })
    await ingestEvents(hotPool(), store.shard, [first])
    const again = testEvent(store.id, { key: 'k1' })
    expect((await ingestEvents(hotPool(), store.shard, [again])).duplicates.get(again.id)).toBe(first.id)
    const fresh = testEvent(store.id, { key: 'k2' })
    const other = testEvent(store.id, { key: 'k1', data: '{"object":{"changed":true}}' })
    expect((await ingestEvents(hotPool(), store.shard, [fresh, other])).conflicts).toEqual([other.id])
    expect(await rows('SELECT id FROM event WHERE store_id = $1', [store.id])).toEqual([{ id: first.id }])
    expect(
      (await ingestEvents(hotPool(), store.shard, [testEvent(store.id, { key: 'k2' })])).duplicates.size,
    ).toBe(0)
  })

  it('stores a keyed event once under 20 parallel calls', async () => {
    const events = Array.from({ length: 20 }, () => testEvent(store.id, { key: 'same' }))
    const answers = await Promise.all(events.map((event) => ingestEvents(hotPool(), store.shard, [event])))
    const stored = answers.filter((answer) => answer.duplicates.size === 0)
    expect(stored).toHaveLength(1)
    expect(await rows('SELECT id FROM event WHERE store_id = $1', [store.id])).toHaveLength(1)
  })

  it('never gives one delivery to two claimers', async () => {
    await ingestEvents(
      hotPool(),
      store.shard,
      Array.from({ length: 60 }, () => testEvent(store.id)),
    )
    const claims = await Promise.all([claim(), claim(), claim(), claim()])
    const ids = claims.flat().map((each) => each.id)
    expect(ids.length).toBe(60)
    expect(new Set(ids).size).toBe(60)
  })

  it('records a success with its attempt and statistics', async () => {
    await ingestEvents(hotPool(), store.shard, [testEvent(store.id)])
    const [claimed] = await claim()
    if (!claimed) throw new Error('nothing claimed')
    const { won } = await recordAttempts(hotPool(), store.shard, [
      attemptResult(claimed, success, { kind: 'delivered' }),
    ])
    expect(won).toEqual(new Set([claimed.id]))
    expect(
      await rows(
        'SELECT status, first_status, attempts, first_attempt_success FROM finished_delivery WHERE id = $1',
        [claimed.id],
      ),
    ).toEqual([{ status: 'delivered', first_status: 'delivered', attempts: 1, first_attempt_success: true }])
    const [stat] = await rows(
      'SELECT delivered, failed, attempts, attempts_succeeded, histogram FROM stat_day WHERE endpoint_id = $1',
      [endpointId],
    )
    expect(stat).toMatchObject({ delivered: 1, failed: 0, attempts: 1, attempts_succeeded: 1 })
    expect(stat?.histogram).toEqual(Array.from({ length: 64 }, (_, bucket) => (bucket === 14 ? 1 : 0)))
    expect(await rows('SELECT 1 FROM pending_delivery WHERE id = $1', [claimed.id])).toEqual([])
  })

  it('counts nothing twice where a record is repeated', async () => {
    await ingestEvents(hotPool(), store.shard, [testEvent(store.id), testEvent(store.id)])
    const [first, second] = await claim()
    if (!first || !second) throw new Error('nothing claimed')
    const batch = [
      attemptResult(first, success, { kind: 'delivered' }),
      attemptResult(second, failure, { kind: 'retry', delayMs: 5_000, policyStep: 1 }),
    ]
    expect((await recordAttempts(hotPool(), store.shard, batch)).won.size).toBe(2)
    expect((await recordAttempts(hotPool(), store.shard, batch)).won.size).toBe(0)
    const [stat] = await rows(
      'SELECT sum(delivered)::int AS delivered, sum(attempts)::int AS attempts FROM stat_day WHERE endpoint_id = $1',
      [endpointId],
    )
    expect(stat).toEqual({ delivered: 1, attempts: 2 })
    expect(
      await rows('SELECT superseded FROM attempt WHERE delivery_id = ANY ($1::uuid[])', [
        [first.id, second.id],
      ]),
    ).toEqual([{ superseded: false }, { superseded: false }])
  })

  it('notes a lost sender, and keeps its late result as superseded', async () => {
    await ingestEvents(hotPool(), store.shard, [testEvent(store.id)])
    const [zombie] = await claim(0)
    const [heir] = await claim()
    if (!zombie || !heir) throw new Error('nothing claimed')
    expect([zombie.number, heir.number]).toEqual([1, 2])
    expect(await rows('SELECT number, error FROM attempt WHERE delivery_id = $1', [heir.id])).toEqual([
      { number: 1, error: 'sender_lost' },
    ])
    expect(
      (await recordAttempts(hotPool(), store.shard, [attemptResult(zombie, success, { kind: 'delivered' })]))
        .won.size,
    ).toBe(0)
    expect(
      (await recordAttempts(hotPool(), store.shard, [attemptResult(heir, success, { kind: 'delivered' })]))
        .won.size,
    ).toBe(1)
    expect(
      await rows('SELECT number, error, superseded FROM attempt WHERE delivery_id = $1 ORDER BY number', [
        heir.id,
      ]),
    ).toEqual([
      { number: 1, error: null, superseded: true },
      { number: 2, error: null, superseded: false },
    ])
    const [stat] = await rows('SELECT delivered, attempts FROM stat_day WHERE endpoint_id = $1', [endpointId])
    expect(stat).toEqual({ delivered: 1, attempts: 1 })
  })

  it('resends a failed delivery as one more attempt, and counts it as recovered', async () => {
    await ingestEvents(hotPool(), store.shard, [testEvent(store.id)])
    const [claimed] = await claim()
    if (!claimed) throw new Error('nothing claimed')
    await recordAttempts(hotPool(), store.shard, [attemptResult(claimed, failure, { kind: 'failed' })])
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        resendDelivery(hotPool(), store.shard, store.id, claimed.id, 'user:1'),
      ),
    )
    expect(asked.filter((answer) => answer === 'queued')).toHaveLength(1)
    expect(asked.filter((answer) => answer === 'already_queued')).toHaveLength(19)
    const [again] = await claim()
    if (!again) throw new Error('nothing claimed')
    expect(again).toMatchObject({
      id: claimed.id,
      number: 2,
      trigger: 'resend',
      actor: 'user:1',
      revives: true,
    })
    await recordAttempts(hotPool(), store.shard, [attemptResult(again, success, { kind: 'delivered' })])
    const [finished] = await rows(
      'SELECT status, first_status, attempts, recovered_at IS NOT NULL AS recovered FROM finished_delivery WHERE id = $1',
      [claimed.id],
    )
    expect(finished).toEqual({ status: 'delivered', first_status: 'failed', attempts: 2, recovered: true })
    const [stat] = await rows(
      'SELECT delivered, failed, recovered, attempts FROM stat_day WHERE endpoint_id = $1',
      [endpointId],
    )
    expect(stat).toEqual({ delivered: 0, failed: 1, recovered: 1, attempts: 2 })
    expect(await resendDelivery(hotPool(), store.shard, newId(), claimed.id, 'user:1')).toBe('not_found')
  })

  it('gives the schedule back when the resend of a waiting delivery fails', async () => {
    await ingestEvents(hotPool(), store.shard, [testEvent(store.id)])
    const [claimed] = await claim()
    if (!claimed) throw new Error('nothing claimed')
    await recordAttempts(hotPool(), store.shard, [
      attemptResult(claimed, failure, { kind: 'retry', delayMs: 3_600_000, policyStep: 1 }),
    ])
    const [before] = await rows('SELECT due_at FROM pending_delivery WHERE id = $1', [claimed.id])
    expect(await resendDelivery(hotPool(), store.shard, store.id, claimed.id, 'user:1')).toBe('queued')
    expect(await resendDelivery(hotPool(), store.shard, store.id, claimed.id, 'user:1')).toBe(
      'already_queued',
    )
    const [again] = await claim()
    if (!again?.scheduledDueAt) throw new Error('nothing claimed')
    await recordAttempts(hotPool(), store.shard, [
      attemptResult(again, failure, {
        kind: 'wait',
        notBeforeMs: 0,
        dueAt: again.scheduledDueAt,
        policyStep: again.policyStep,
      }),
    ])
    expect(
      await rows(
        'SELECT due_at, policy_step, next_trigger, resend_requested FROM pending_delivery WHERE id = $1',
        [claimed.id],
      ),
    ).toEqual([{ due_at: before?.due_at, policy_step: 1, next_trigger: 'retry', resend_requested: false }])
  })
})
