import { beforeAll, describe, expect, it } from 'vitest'
import { hotPool } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { bucketMs, HISTOGRAM_BUCKETS, histogramBucket } from '@/lib/webhooks/histogram'
import type { StoreContext } from './context'
import { listEndpointStatistics } from './endpoint-statistics'
import { getStatisticsReport } from './statistics-report'

cloneTestDatabase()

type TestStore = Awaited<ReturnType<typeof makeStore>>

const contextOf = (store: TestStore): StoreContext => ({
  storeId: store.id,
  storeSlug: 'test',
  shard: store.shard,
  timeZone: store.timeZone,
  actor: 'user:1',
  requestId: null,
})

/** The store's local day so many days ago. */
function localDay(store: TestStore, daysAgo: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: store.timeZone }).format(new Date())
  return new Date(Date.parse(`${today}T12:00:00Z`) - daysAgo * 86_400_000).toISOString().slice(0, 10)
}

type Counted = {
  daysAgo: number
  type?: string
  delivered?: number
  failed?: number
  cancelled?: number
  recovered?: number
  first?: number
  /** Response times in ms. */
  took?: number[]
}

/** Counts of a day, as the engine's statements keep them. */
async function count(store: TestStore, endpointId: string, counted: Counted) {
  const { daysAgo, type = 'order.created', took = [] } = counted
  const { delivered = 0, failed = 0, cancelled = 0, recovered = 0, first = 0 } = counted
  const histogram = Array.from({ length: HISTOGRAM_BUCKETS }, () => 0)
  for (const ms of took) histogram[histogramBucket(ms)] = (histogram[histogramBucket(ms)] ?? 0) + 1
  await hotPool().query(
    `INSERT INTO stat_day (shard, store_id, endpoint_id, event_type, day, delivered, failed, cancelled, recovered,
       first_attempt_success, attempts, attempts_succeeded, histogram)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $6, $12)`,
    [
      store.shard,
      store.id,
      endpointId,
      type,
      localDay(store, daysAgo),
      delivered,
      failed,
      cancelled,
      recovered,
      first,
      delivered + failed,
      histogram,
    ],
  )
}

async function countError(
  store: TestStore,
  endpointId: string,
  { daysAgo, error, status = 0, times }: { daysAgo: number; error: string; status?: number; times: number },
) {
  await hotPool().query(
    `INSERT INTO stat_error (shard, store_id, endpoint_id, event_type, day, error, http_status, count)
     VALUES ($1, $2, $3, 'order.created', $4, $5, $6, $7)`,
    [store.shard, store.id, endpointId, localDay(store, daysAgo), error, status, times],
  )
}

const middle = (ms: number) => bucketMs(histogramBucket(ms))

describe('the period before', () => {
  let store: TestStore
  let old: string
  let recent: string

  beforeAll(async () => {
    store = await makeStore()
    old = await makeEndpoint(store.id)
    recent = await makeEndpoint(store.id)
    await count(store, old, { daysAgo: 0, delivered: 5, failed: 1, first: 4, took: [100, 100, 100, 3_000] })
    await count(store, old, { daysAgo: 6, delivered: 2, took: [100] })
    await count(store, old, { daysAgo: 7, delivered: 1, failed: 3, cancelled: 2, recovered: 1, took: [700] })
    await count(store, old, { daysAgo: 13, delivered: 9, first: 6, took: [50, 50, 50, 50] })
    await count(store, old, { daysAgo: 14, delivered: 1_000, took: [9] })
    await count(store, recent, { daysAgo: 13, type: 'order.paid', delivered: 1, took: [10] })
  })

  it('has as many days, ends the day before, and is counted like the other', async () => {
    const report = await getStatisticsReport(contextOf(store), { days: 7, endpointId: old })
    expect(report.previous).toEqual({
      from: localDay(store, 13),
      to: localDay(store, 7),
      deliveries: { delivered: 10, failed: 3, cancelled: 2, recovered: 1, successRate: 10 / 13 },
      firstAttemptSuccessRate: 6 / 13,
      attempts: { total: 13, succeeded: 10, failed: 3 },
      responseTimeMs: { p50: middle(50), p95: middle(700), p99: middle(700) },
    })
    expect(report.daily.map(({ date }) => date)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((ago) => localDay(store, ago)),
    )
    expect(report.deliveries).toMatchObject({ total: 8, delivered: 7, failed: 1, cancelled: 0 })
    expect(report.responseTimeMs).toEqual({ p50: middle(100), p95: middle(3_000), p99: middle(3_000) })
  })

  it('is there when the records reach back to its first day, and no earlier', async () => {
    const asked = (days: number, endpointId?: string) =>
      getStatisticsReport(contextOf(store), { days, endpointId })
    expect((await asked(7, recent)).previous?.deliveries.delivered, 'its first day is the first').toBe(1)
    expect((await asked(7, recent)).recordedSince).toBe(localDay(store, 13))
    expect((await asked(8, recent)).previous, 'a day short').toBeNull()
    expect((await asked(8)).previous, 'the store is a day short too').toBeNull()
    expect((await asked(7)).previous?.deliveries.delivered).toBe(11)
    expect((await asked(8)).recordedSince).toBe(localDay(store, 14))
  })

  it('is on record for a type of which nothing happened then', async () => {
    const input = { days: 7, eventType: 'order.paid', endpointId: old }
    const { previous } = await getStatisticsReport(contextOf(store), input)
    expect(previous?.deliveries).toMatchObject({ delivered: 0, failed: 0, successRate: null })
  })

  it('is not there for a store without traffic', async () => {
    const report = await getStatisticsReport(contextOf(await makeStore(store.shard)), { days: 7 })
    expect(report).toMatchObject({ previous: null, recordedSince: null })
  })
})

it('tells from which day on the log still holds deliveries', async () => {
  const store = await makeStore()
  const { logFrom, updatedAt } = await getStatisticsReport(contextOf(store), { days: 90 })
  expect(logFrom).toBe(localDay(store, 30))
  expect(Math.abs(updatedAt.getTime() - Date.now())).toBeLessThan(10_000)
})

describe('endpoint by endpoint', () => {
  let store: TestStore
  let busy: string
  let deleted: string

  beforeAll(async () => {
    store = await makeStore()
    busy = await makeEndpoint(store.id)
    deleted = await makeEndpoint(store.id)
    await count(store, busy, { daysAgo: 2, delivered: 30, failed: 10, cancelled: 1, took: [20, 20, 900] })
    await count(store, busy, { daysAgo: 1, type: 'order.paid', delivered: 5, took: [20] })
    await count(store, busy, { daysAgo: 9, delivered: 500, failed: 500, took: [60_000] })
    await countError(store, busy, { daysAgo: 2, error: 'http_error', status: 503, times: 4 })
    await countError(store, busy, { daysAgo: 1, error: 'http_error', status: 503, times: 1 })
    await countError(store, busy, { daysAgo: 2, error: 'http_error', status: 500, times: 4 })
    await countError(store, busy, { daysAgo: 2, error: 'timeout', times: 1 })
    await countError(store, busy, { daysAgo: 9, error: 'tls_error', times: 500 })
    await count(store, deleted, { daysAgo: 3, cancelled: 2 })
    const neverUsed = await makeEndpoint(store.id)
    await hotPool().query('UPDATE endpoint SET deleted_at = now() WHERE id = ANY ($1)', [
      [deleted, neverUsed],
    ])
    const other = await makeStore(store.shard)
    await count(other, await makeEndpoint(other.id), { daysAgo: 1, delivered: 7 })
  })

  it('counts each of the store’s own, adds histograms and errors over the days, and marks deleted ones', async () => {
    const idle = await makeEndpoint(store.id)
    await hotPool().query(`UPDATE endpoint SET name = 'Idle' WHERE id = $1`, [idle])
    const nothing = {
      delivered: 0,
      failed: 0,
      cancelled: 0,
      successRate: null,
      p95: null,
      mostFrequentError: null,
    }
    expect(await listEndpointStatistics(contextOf(store), { days: 7 })).toEqual([
      { endpointId: idle, name: 'Idle', isDeleted: false, ...nothing },
      {
        endpointId: busy,
        name: 'Test endpoint',
        isDeleted: false,
        delivered: 35,
        failed: 10,
        cancelled: 1,
        successRate: 35 / 45,
        p95: middle(900),
        mostFrequentError: { error: 'http_error', httpStatus: 503, count: 5 },
      },
      { endpointId: deleted, name: 'Test endpoint', isDeleted: true, ...nothing, cancelled: 2 },
    ])
  })

  it('can be asked of one event type', async () => {
    const rows = await listEndpointStatistics(contextOf(store), { days: 7, eventType: 'order.paid' })
    expect(rows.find(({ endpointId }) => endpointId === busy)).toMatchObject({
      delivered: 5,
      failed: 0,
      successRate: 1,
      p95: middle(20),
      mostFrequentError: null,
    })
    expect(
      rows.some(({ endpointId }) => endpointId === deleted),
      'it had no traffic of this type',
    ).toBe(false)
  })

  it('adds up to the store’s statistics', async () => {
    const rows = await listEndpointStatistics(contextOf(store), { days: 30 })
    const { deliveries } = await getStatisticsReport(contextOf(store), { days: 30 })
    const sum = (pick: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + pick(row), 0)
    expect(sum((row) => row.delivered)).toBe(deliveries.delivered)
    expect(sum((row) => row.failed)).toBe(deliveries.failed)
    expect(sum((row) => row.cancelled)).toBe(deliveries.cancelled)
    expect(deliveries).toMatchObject({ delivered: 535, failed: 510, cancelled: 3 })
  })

  it('refuses days out of range, and knows nothing of an id that the store never had', async () => {
    await expect(listEndpointStatistics(contextOf(store), { days: 91 })).rejects.toMatchObject({
      code: 'validation_failed',
    })
    await expect(getStatisticsReport(contextOf(store), { endpointId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
