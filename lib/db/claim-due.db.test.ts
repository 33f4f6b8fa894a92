import { beforeAll, describe, expect, it } from 'vitest'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent } from '@/lib/testing/factories'
import { type ClaimScope, claimDue } from './claim-due'
import { hotPool, pool } from './client'
import { ingestEvents } from './ingest-events'
import { resendDelivery } from './resend-delivery'

cloneTestDatabase()

const WAITING = 20_000

describe('claimDue, of an endpoint with a great many waiting', () => {
  let store: Awaited<ReturnType<typeof makeStore>>
  let endpointId: string

  beforeAll(async () => {
    store = await makeStore()
    endpointId = await makeEndpoint(store.id)
    // Planned while there is nothing, as in a new deployment, and kept for as long as the connection lives.
    for (let call = 0; call < 8; call++) await claim('asked')
    const event = testEvent(store.id)
    await ingestEvents(hotPool(), store.shard, [event])
    await pool().query(
      `INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, next_trigger)
       SELECT $1, gen_random_uuid(), $2, $3, $4, 'order.created', '2025-09', now() - interval '1 hour', 'event'
       FROM generate_series(1, $5)`,
      [store.shard, store.id, endpointId, event.id, WAITING],
    )
  })

  async function claim(scope: ClaimScope) {
    return claimDue(hotPool(), store.shard, [{ endpointId, count: 10, scope, leaseMs: 60_000 }])
  }

  /** Rows of the pending table that were read. */
  async function countRead(): Promise<number> {
    // Each connection keeps its own counts for a while.
    await hotPool().query('SELECT pg_stat_force_next_flush()')
    const { rows } = await pool().query<{ count: number }>(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS count FROM pg_stat_user_tables WHERE relname = 'pending_delivery'`,
    )
    return rows[0]?.count ?? 0
  }

  it('finds what people asked for without reading the rest', async () => {
    const resent = await pool().query<{ id: string }>('SELECT id FROM pending_delivery LIMIT 1 OFFSET 100')
    await resendDelivery(hotPool(), store.shard, store.id, resent.rows[0]?.id ?? '', 'user:x')
    const test = testEvent(store.id)
    await ingestEvents(hotPool(), store.shard, [test], undefined, { testEndpointId: endpointId })

    const before = await countRead()
    expect(await claim('tests')).toMatchObject([{ eventId: test.id, isTest: true, isAsked: true }])
    expect(await claim('asked')).toMatchObject([
      { id: resent.rows[0]?.id, trigger: 'resend', isTest: false, isAsked: true },
    ])
    expect(await claim('asked')).toEqual([])
    const claimed = await claim('all')
    expect(claimed).toHaveLength(10)
    expect(claimed.map(({ isAsked }) => isAsked)).toEqual(Array.from({ length: 10 }, () => false))
    expect((await countRead()) - before).toBeLessThan(100)
  })
})
