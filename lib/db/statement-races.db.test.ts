import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { attemptResult, failure, success, testEvent } from '@/lib/testing/factories'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import { cancelPending } from './cancel-pending'
import { claimDue } from './claim-due'
import type { ClaimedDelivery } from './claimed-delivery'
import { hotPool, pool } from './client'
import { listDueEndpoints } from './due-endpoints'
import { disableEndpoint, enableEndpoint } from './endpoint-state'
import { ingestEvents } from './ingest-events'
import { recordAttempts } from './record-attempts'
import { resendDelivery } from './resend-delivery'

cloneTestDatabase()

async function rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await hotPool().query(sql, values)).rows
}

let lastShard = 300

describe('the hot statements, where something comes between', () => {
  let store: Awaited<ReturnType<typeof makeStore>>
  let endpointId: string

  beforeEach(async () => {
    store = await makeStore(++lastShard)
    endpointId = await makeEndpoint(store.id)
  })

  const emit = (type = 'order.created') =>
    ingestEvents(hotPool(), store.shard, [testEvent(store.id, { type })])
  const claimAll = () =>
    claimDue(hotPool(), store.shard, [{ endpointId, count: 100, scope: 'all', leaseMs: 60_000 }])
  const claimOne = async (): Promise<ClaimedDelivery> => {
    const [claimed] = await claimAll()
    if (!claimed) throw new Error('nothing claimed')
    return claimed
  }
  const expireLease = (id: string) =>
    rows(`UPDATE pending_delivery SET leased_until = now() - interval '1 ms' WHERE id = $1`, [id])
  const broken = async () =>
    (await findBrokenInvariants(pool())).filter(
      (text) => text.includes(endpointId) || text.includes('delivery'),
    )

  it('a fresh delivery of a re-enabled endpoint is not cancelled by a sweep that saw it disabled', async () => {
    await disableEndpoint(store.id, endpointId, 'manual')
    // Any leftover row makes it appear (here: one that came in between).
    await rows(
      `INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, is_test)
       VALUES ($1, $2, $3, $4, $2, 'order.created', '2025-09', now(), true)`,
      [store.shard, newId(), store.id, endpointId],
    )
    const [seen] = await listDueEndpoints(hotPool(), store.shard)
    expect(seen?.stopped).toBe('endpoint_disabled')
    await enableEndpoint(store.id, endpointId)
    const { deliveries } = await emit()
    await cancelPending(hotPool(), store.shard, endpointId, seen?.stopped ?? 'expired')
    const left = await rows('SELECT id FROM pending_delivery WHERE id = $1', [deliveries[0]?.id])
    await rows('DELETE FROM pending_delivery WHERE endpoint_id = $1 AND is_test', [endpointId])
    expect(left).toHaveLength(1)
  })

  it('a repeated record does not swallow a resend that was asked for in between', async () => {
    await emit()
    const first = attemptResult(await claimOne(), failure, { kind: 'failed' })
    await recordAttempts(hotPool(), store.shard, [first])
    expect(await resendDelivery(hotPool(), store.shard, store.id, first.deliveryId, 'user:a')).toBe('queued')
    // The answer to the first record was lost: the recorder writes it again.
    const again = await recordAttempts(hotPool(), store.shard, [first]).catch((error: Error) => error.message)
    expect(again).toEqual({ won: new Set() })
  })

  it('a repeated record of a resend does not swallow the next resend, nor count twice', async () => {
    await emit()
    const first = attemptResult(await claimOne(), failure, { kind: 'failed' })
    await recordAttempts(hotPool(), store.shard, [first])
    await resendDelivery(hotPool(), store.shard, store.id, first.deliveryId, 'user:a')
    const second = attemptResult(await claimOne(), failure, { kind: 'failed' })
    await recordAttempts(hotPool(), store.shard, [second])
    await resendDelivery(hotPool(), store.shard, store.id, first.deliveryId, 'user:a')
    await recordAttempts(hotPool(), store.shard, [second])
    const left = await rows('SELECT id FROM pending_delivery WHERE id = $1', [first.deliveryId])
    expect({ left: left.length, broken: await broken() }).toEqual({ left: 1, broken: [] })
  })

  it('statistics hold after a resend of what was cancelled before its first attempt', async () => {
    await emit()
    await disableEndpoint(store.id, endpointId, 'manual')
    await enableEndpoint(store.id, endpointId)
    const [gone] = await rows('SELECT id FROM finished_delivery WHERE endpoint_id = $1', [endpointId])
    await resendDelivery(hotPool(), store.shard, store.id, String(gone?.id), 'user:a')
    await recordAttempts(hotPool(), store.shard, [
      attemptResult(await claimOne(), success, { kind: 'delivered' }),
    ])
    expect(await broken()).toEqual([])
  })

  it('a resend that waits for an earlier one to be recorded goes on from its number', async () => {
    await emit()
    const first = attemptResult(await claimOne(), failure, { kind: 'failed' })
    await recordAttempts(hotPool(), store.shard, [first])
    await resendDelivery(hotPool(), store.shard, store.id, first.deliveryId, 'user:b')
    const second = attemptResult(await claimOne(), failure, { kind: 'failed' })
    const client = await hotPool().connect()
    await client.query('BEGIN')
    await recordAttempts(client, store.shard, [second])
    // Click a had found no pending row (before b's), and now runs its second statement.
    let calls = 0
    const db = new Proxy(hotPool(), {
      get: (target, name) =>
        name === 'query' && calls++ === 0
          ? async () => ({ rows: [] })
          : Reflect.get(target, name, target).bind(target),
    })
    const late = resendDelivery(db, store.shard, store.id, first.deliveryId, 'user:a')
    await client.query('COMMIT')
    client.release()
    expect(await late).toBe('queued')
    const third = await claimOne()
    await recordAttempts(hotPool(), store.shard, [attemptResult(third, failure, { kind: 'failed' })])
    expect({ number: third.number, broken: await broken() }).toEqual({ number: 3, broken: [] })
  })

  it('a resend of an overdue delivery does not push it back', async () => {
    const { deliveries } = await emit()
    const id = deliveries[0]?.id ?? ''
    await rows(`UPDATE pending_delivery SET due_at = now() - interval '1 hour' WHERE id = $1`, [id])
    await resendDelivery(hotPool(), store.shard, store.id, id, 'user:a')
    expect(
      await rows(`SELECT due_at < now() - interval '59 min' AS first FROM pending_delivery WHERE id = $1`, [
        id,
      ]),
    ).toEqual([{ first: true }])
    await rows('DELETE FROM pending_delivery WHERE id = $1', [id])
  })

  it('a lost attempt keeps its trigger when a resend is asked for before it is found', async () => {
    await emit()
    const one = await claimOne()
    await expireLease(one.id)
    await resendDelivery(hotPool(), store.shard, store.id, one.id, 'user:a')
    await claimOne()
    expect(await rows('SELECT trigger, actor FROM attempt WHERE delivery_id = $1', [one.id])).toEqual([
      { trigger: 'event', actor: null },
    ])
  })

  it('two records on different event types do not deadlock on the health of endpoints', async () => {
    const other = await makeEndpoint(store.id, { eventTypes: ['order.created', 'order.paid'] })
    await rows(`UPDATE endpoint SET event_types = '{order.created,order.paid}' WHERE id = $1`, [endpointId])
    await rows(
      `INSERT INTO endpoint_health (shard, endpoint_id, failing_since, consecutive_failures) SELECT $1, e, now(), 1 FROM unnest($2::uuid[]) e`,
      [store.shard, [endpointId, other]],
    )
    const ids = [endpointId, other]
    const take = () =>
      claimDue(
        hotPool(),
        store.shard,
        ids.map((id) => ({ endpointId: id, count: 100, scope: 'all', leaseMs: 60_000 })),
      )
    const errors: string[] = []
    for (let round = 0; round < 150 && errors.length === 0; round++) {
      await emit('order.created')
      const created = await take()
      await emit('order.paid')
      const paid = await take()
      const batch = (claims: ClaimedDelivery[], good: string) =>
        claims.map((claim) =>
          claim.endpointId === good
            ? attemptResult(claim, success, { kind: 'delivered' })
            : attemptResult(claim, failure, { kind: 'failed' }),
        )
      await rows(`UPDATE endpoint_health SET failing_since = now() WHERE shard = $1`, [store.shard])
      await Promise.all(
        [batch(created, endpointId), batch(paid, other)].map((each) =>
          recordAttempts(hotPool(), store.shard, each).catch((error: Error) => errors.push(error.message)),
        ),
      )
    }
    expect(errors).toEqual([])
  })

  it('a row whose days are gone does not stop the claims of its shard', async () => {
    const old = newId(Date.now() - 60 * 86_400_000)
    await rows(
      `INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, leased_at, leased_until, claims)
       VALUES ($1, $2, $3, $4, $2, 'order.created', '2025-09', now() - interval '1 h', now() - interval '1 h', now() - interval '1 h', 1)`,
      [store.shard, old, store.id, endpointId],
    )
    await emit()
    expect(await claimAll()).toHaveLength(1)
    await rows('DELETE FROM pending_delivery WHERE id = $1', [old])
  })
})
