import { beforeAll, describe, expect, it } from 'vitest'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll } from '@/lib/testing/delivery-history'
import { attemptResult, failure, success, testEvents } from '@/lib/testing/factories'
import { hotPool, pool } from './client'
import type { LogFilter } from './delivery-log-filter'
import { ingestEvents } from './ingest-events'
import { recordAttempts } from './record-attempts'
import { type TallyLimits, tallyDeliveries } from './tally-deliveries'

cloneTestDatabase()

const EVENTS = 600
const PENDING = 10
const limits: TallyLimits = {
  statuses: ['failed', 'cancelled'],
  isWanted: ({ status, isGone }) => status === 'failed' && !isGone,
  most: 100_000,
  budgetMs: 60_000,
  retentionDays: 30,
}

describe('tallyDeliveries', () => {
  let scope: { shard: number; storeId: string }
  const endpointIds: string[] = []

  beforeAll(async () => {
    const store = await makeStore()
    scope = { shard: store.shard, storeId: store.id }
    for (const _ of [1, 2]) endpointIds.push(await makeEndpoint(store.id))
    const events = testEvents(store.id, EVENTS).map((event, index) =>
      index % 100 === 0 ? { ...event, refs: [{ kind: 'id', value: 'a-1042' }] } : event,
    )
    await ingestEvents(hotPool(), store.shard, events)
    // Two deliveries an event, every third of them delivered.
    const claims = [...(await claimAll(store, endpointIds)), ...(await claimAll(store, endpointIds))]
    const results = claims.map((claim, index) =>
      index % 3 === 0
        ? attemptResult(claim, success, { kind: 'delivered' })
        : attemptResult(claim, failure, { kind: 'failed' }),
    )
    await recordAttempts(hotPool(), store.shard, results)
    await ingestEvents(hotPool(), store.shard, testEvents(store.id, PENDING))
  })

  async function tally(filter: LogFilter, changes: Partial<TallyLimits> = {}) {
    const { tallies, upTo, isPartial } = await tallyDeliveries(pool(), scope, filter, {
      ...limits,
      ...changes,
    })
    const counts: Record<string, number> = {}
    for (const { status, count } of tallies) counts[status] = (counts[status] ?? 0) + count
    return { counts, upTo, isPartial }
  }

  it('counts every delivery once, by status', async () => {
    expect(await tally({})).toMatchObject({
      counts: { failed: 800, delivered: 400, pending: 2 * PENDING },
      isPartial: false,
    })
  })

  it('counts what a filter finds, with each endpoint’s own windows too', async () => {
    const [one = ''] = endpointIds
    const both = await tally({ endpointIds, statuses: ['delivered'] }, { statuses: ['delivered'] })
    expect(both.counts).toEqual({ delivered: 400 })
    const found = await tally({ endpointIds: [one] })
    expect(Object.values(found.counts).reduce((sum, count) => sum + count, 0)).toBe(EVENTS + PENDING)
    expect((await tally({ statuses: ['pending'] })).counts).toEqual({ pending: 2 * PENDING })
    expect((await tally({ endpointIds: [] })).counts).toEqual({})
  })

  it('counts the deliveries of what stands in the data', async () => {
    const { counts } = await tally({ objectValue: 'a-1042' })
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(12)
  })

  it('stops soon after as many as are wanted, and says where: the others are counted up to there', async () => {
    const { counts, upTo, isPartial } = await tally({}, { most: 100 })
    expect(isPartial).toBe(true)
    expect(counts.failed).toBe(250)
    const { rows } = await pool().query<{ status: string; count: number }>(
      `SELECT status, count(*)::int AS count FROM finished_delivery
       WHERE shard = $1 AND store_id = $2 AND id <= $3 GROUP BY status`,
      [scope.shard, scope.storeId, upTo],
    )
    expect(Object.fromEntries(rows.map(({ status, count }) => [status, count]))).toEqual(counts)
  })

  it('stops when the time is up, with what it has by then', async () => {
    const { counts, isPartial } = await tally({}, { budgetMs: 0, most: 250 })
    expect(isPartial).toBe(true)
    expect(counts.failed).toBe(250)
  })
})
