import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent } from '@/lib/testing/factories'
import { hotPool, pool } from './client'
import { deleteOutdated, dropOldPartitions } from './housekeeping'
import { ingestEvents } from './ingest-events'
import { ensurePartitions } from './partitions'

cloneTestDatabase()

const DAY_MS = 86_400_000

async function partitions(parent: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
     JOIN pg_class p ON p.oid = i.inhparent WHERE p.relname = $1 AND p.relkind = 'p' ORDER BY 1`,
    [parent],
  )
  return rows.map((row) => row.name)
}

function dayName(parent: string, daysAgo: number): string {
  return `${parent}_p${new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')}`
}

describe('partitions', () => {
  it('are made ahead, once, also by several processes at a time', async () => {
    await Promise.all([1, 2, 3].map(() => ensurePartitions(pool(), 45)))
    expect(await partitions('attempt')).toContain(dayName('attempt', 45))
    expect(await partitions('attempt')).toContain(dayName('attempt', -7))
    expect(await ensurePartitions(pool(), 45)).toBe(0)
  })

  describe('that are old', () => {
    let endpointId: string

    beforeAll(async () => {
      await ensurePartitions(pool(), 45)
      const store = await makeStore()
      endpointId = await makeEndpoint(store.id)
      const event = (daysAgo: number) => testEvent(store.id, { id: newId(Date.now() - daysAgo * DAY_MS) })
      await ingestEvents(hotPool(), store.shard, [event(44), event(1)])
    })

    it('are dropped, events a week after the log, and what is still pending of them is cancelled', async () => {
      await dropOldPartitions(pool(), 30)
      expect(await partitions('attempt')).not.toContain(dayName('attempt', 31))
      expect(await partitions('attempt')).toContain(dayName('attempt', 29))
      expect(await partitions('event')).not.toContain(dayName('event', 38))
      expect(await partitions('event')).toContain(dayName('event', 36))
      const pending = await pool().query('SELECT 1 FROM pending_delivery WHERE endpoint_id = $1', [
        endpointId,
      ])
      expect(pending.rows).toHaveLength(1)
      const day = await pool().query('SELECT cancelled FROM stat_day WHERE endpoint_id = $1', [endpointId])
      expect(day.rows).toEqual([{ cancelled: 1 }])
    })
  })
})

describe('deleteOutdated', () => {
  it('deletes idempotency keys after a day, and keeps younger ones', async () => {
    const store = await makeStore()
    for (const [key, age] of [
      ['old', '25 hours'],
      ['young', '23 hours'],
    ]) {
      await pool().query(
        `INSERT INTO idempotency_key (shard, store_id, scope, key, fingerprint, resource_id, created_at)
         VALUES ($1, $2, 'event', $3, '\\x00', $4, now() - $5::interval)`,
        [store.shard, store.id, key, newId(), age],
      )
    }
    await deleteOutdated(hotPool())
    const { rows } = await pool().query('SELECT key FROM idempotency_key WHERE store_id = $1', [store.id])
    expect(rows).toEqual([{ key: 'young' }])
  })

  it('deletes notices after 400 days', async () => {
    const store = await makeStore()
    const endpointId = await makeEndpoint(store.id)
    for (const days of [401, 399]) {
      await pool().query(
        `INSERT INTO notice (id, store_id, endpoint_id, kind, details) VALUES ($1, $2, $3, 'recovered', $4)`,
        [newId(Date.now() - days * DAY_MS), store.id, endpointId, { days }],
      )
    }
    await deleteOutdated(hotPool())
    const { rows } = await pool().query('SELECT details FROM notice WHERE store_id = $1', [store.id])
    expect(rows).toEqual([{ details: { days: 399 } }])
  })
})
