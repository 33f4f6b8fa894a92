import { beforeAll, describe, expect, it } from 'vitest'
import type { ClaimedDelivery } from '@/lib/db/claimed-delivery'
import { hotPool } from '@/lib/db/client'
import { resendDelivery } from '@/lib/db/resend-delivery'
import { newId } from '@/lib/ids'
import { cancelInPassing, cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import type { NextState } from '@/lib/webhooks/delivery-state'
import { bucketMs, histogramBucket } from '@/lib/webhooks/histogram'
import type { Outcome } from '@/lib/webhooks/outcome'
import type { StoreContext } from './context'
import { getStatistics, listEndpointHealth, type StatisticsInput } from './statistics'

cloneTestDatabase()

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Mulberry32: the same mix on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('statistics', () => {
  const random = seeded(20_260_721)
  const types = ['order.created', 'order.paid']
  const endpoints: string[] = []
  let store: Awaited<ReturnType<typeof makeStore>>
  let context: StoreContext

  const contextOf = (of: typeof store): StoreContext => ({
    storeId: of.id,
    storeSlug: 'test',
    shard: of.shard,
    timeZone: of.timeZone,
    actor: 'user:1',
    requestId: null,
  })

  function playOne(claim: ClaimedDelivery): { outcome: Outcome; next: NextState; url: string | null } {
    const url = 'http://127.0.0.1:9/'
    const durationMs = Math.floor(random() ** 3 * 6_000)
    const dice = random()
    if (dice < 0.55) return { outcome: outcomeOf(200, null, durationMs), next: { kind: 'delivered' }, url }
    const [outcome, sentTo] =
      dice < 0.7
        ? [outcomeOf(500, 'http_error', durationMs), url]
        : dice < 0.8
          ? [outcomeOf(404, 'http_error', durationMs), url]
          : dice < 0.9
            ? [outcomeOf(null, 'timeout', durationMs), url]
            : [outcomeOf(null, 'placeholder_error', 0), null]
    const isLast = claim.revives || claim.isTest || random() < 0.5
    const next: NextState = isLast
      ? { kind: 'failed' }
      : { kind: 'retry', delayMs: 1_000, policyStep: claim.policyStep + 1 }
    return { outcome, next, url: sentTo }
  }

  /** Plays what is due, each result some hours after its event, and never in the future. */
  async function play() {
    for (const claim of await claimAll(store, endpoints)) {
      const { outcome, next, url } = playOne(claim)
      const at = new Date(Math.min(Date.now() - 2_000, claim.occurredAt.getTime() + random() * 30 * HOUR))
      await recordOutcome(store, claim, outcome, next, at, url)
    }
  }

  beforeAll(async () => {
    store = await makeStore()
    context = contextOf(store)
    for (let index = 0; index < 3; index++)
      endpoints.push(await makeEndpoint(store.id, { eventTypes: types }))
    for (let index = 0; index < 90; index++) {
      const at = new Date(Date.now() - random() * 12 * DAY)
      const testEndpointId = index % 15 === 0 ? (endpoints[0] ?? null) : null
      await makeEvent(store, { at, type: types[index % 2] ?? '', testEndpointId })
    }
    await play()
    await play()
    // Some of what ended is resent: some of that gets through, some fails, and some is still waiting in the end.
    const { rows } = await hotPool().query<{ id: string }>(
      'SELECT id FROM finished_delivery WHERE store_id = $1 ORDER BY id',
      [store.id],
    )
    const resend = (ids: string[]) =>
      Promise.all(ids.map((id) => resendDelivery(hotPool(), store.shard, store.id, id, 'user:1')))
    const ids = rows.map((row) => row.id)
    await resend(ids.filter((_, index) => index % 3 === 0))
    await play()
    for (let index = 0; index < 12; index++) await makeEvent(store, { at: new Date(Date.now() - HOUR) })
    await cancelInPassing(store.shard, endpoints[2] ?? '', 'endpoint_disabled')
    await resend(ids.filter((_, index) => index % 7 === 1))
  }, 120_000)

  /** The same figures from the deliveries and attempts themselves. */
  async function recount({ days = 30, endpointId, eventType }: StatisticsInput) {
    const values = [store.id, store.timeZone, days, endpointId ?? null, eventType ?? null]
    const ofFilter = `store_id = $1 AND NOT is_test AND ($4::uuid IS NULL OR endpoint_id = $4)
      AND ($5::text IS NULL OR event_type = $5)`
    const firstDay = `(now() AT TIME ZONE $2::text)::date - $3::int + 1`
    const deliveries = await hotPool().query<{
      date: string
      delivered: number
      failed: number
      cancelled: number
      recovered: number
      first: number
    }>(
      `SELECT local_day::text AS date, count(*) FILTER (WHERE first_status = 'delivered')::int AS delivered,
         count(*) FILTER (WHERE first_status = 'failed')::int AS failed,
         count(*) FILTER (WHERE first_status = 'cancelled')::int AS cancelled,
         count(*) FILTER (WHERE recovered_at IS NOT NULL)::int AS recovered,
         count(*) FILTER (WHERE first_attempt_success)::int AS first
       FROM finished_delivery WHERE ${ofFilter} AND local_day >= ${firstDay} GROUP BY local_day`,
      values,
    )
    const attempts = await hotPool().query<{ date: string; duration_ms: number; ok: boolean }>(
      `SELECT (a.started_at AT TIME ZONE $2)::date::text AS date, a.duration_ms, a.error IS NULL AS ok
       FROM attempt a WHERE NOT a.superseded AND a.url IS NOT NULL AND (a.started_at AT TIME ZONE $2)::date >= ${firstDay}
         AND a.delivery_id IN (SELECT id FROM pending_delivery WHERE ${ofFilter}
           UNION SELECT id FROM finished_delivery WHERE ${ofFilter})`,
      values,
    )
    const errors = await hotPool().query(
      `SELECT a.error, a.http_status AS "httpStatus", count(*)::int AS count FROM finished_delivery f
       CROSS JOIN LATERAL (SELECT error, http_status FROM attempt WHERE delivery_id = f.id AND trigger <> 'resend'
         ORDER BY number DESC LIMIT 1) a
       WHERE f.first_status = 'failed' AND ${ofFilter} AND local_day >= ${firstDay}
       GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 NULLS FIRST`,
      values,
    )
    const pending = await hotPool().query<{ id: string }>(
      `SELECT id FROM pending_delivery p WHERE ${ofFilter} AND $2::text IS NOT NULL AND $3::int IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM finished_delivery f WHERE f.id = p.id)`,
      values,
    )
    return {
      deliveries: deliveries.rows,
      attempts: attempts.rows,
      errors: errors.rows,
      pending: pending.rows.length,
    }
  }

  /** The middle of the bucket in which the `share` of these durations ends. */
  function quantile(durations: number[], share: number): number | null {
    const sorted = [...durations].sort((a, b) => a - b)
    const value = sorted[Math.ceil(sorted.length * share) - 1]
    return value === undefined ? null : bucketMs(histogramBucket(value))
  }

  function localDays(days: number): string[] {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: store.timeZone }).format(new Date())
    const noon = new Date(`${today}T12:00:00Z`).getTime()
    return Array.from({ length: days }, (_, index) =>
      new Date(noon - (days - 1 - index) * DAY).toISOString().slice(0, 10),
    )
  }

  const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole)

  const cases: [name: string, input: (of: string[]) => StatisticsInput][] = [
    ['the store over 30 days', () => ({})],
    ['the store over 90 days', () => ({ days: 90 })],
    ['the store over 5 days, from the middle of its history', () => ({ days: 5 })],
    ['today alone', () => ({ days: 1 })],
    ['an endpoint', ([first]) => ({ endpointId: first })],
    ['an endpoint that was cancelled', ([, , third]) => ({ endpointId: third })],
    ['a type', () => ({ eventType: 'order.paid' })],
    [
      'a type of an endpoint over a week',
      ([first]) => ({ days: 7, endpointId: first, eventType: 'order.created' }),
    ],
    ['a type without traffic', () => ({ eventType: 'product.updated' })],
  ]

  it.each(cases)('are what a recount gives: %s', async (_name, inputOf) => {
    const input = inputOf(endpoints)
    const counted = await recount(input)
    const { deliveries, attempts, errors, pending } = counted
    const sum = (key: 'delivered' | 'failed' | 'cancelled' | 'recovered' | 'first') =>
      deliveries.reduce((total, day) => total + day[key], 0)
    const finished = sum('delivered') + sum('failed')
    const durations = attempts.map((attempt) => attempt.duration_ms)
    const succeeded = attempts.filter((attempt) => attempt.ok).length
    const dates = localDays(input.days ?? 30)
    expect(await getStatistics(context, input)).toEqual({
      from: dates[0],
      to: dates.at(-1),
      timeZone: 'Europe/Berlin',
      endpointId: input.endpointId ?? null,
      eventType: input.eventType ?? null,
      deliveries: {
        total: finished + sum('cancelled') + pending,
        delivered: sum('delivered'),
        failed: sum('failed'),
        cancelled: sum('cancelled'),
        pending,
        recovered: sum('recovered'),
        successRate: rate(sum('delivered'), finished),
      },
      firstAttemptSuccessRate: rate(sum('first'), finished),
      attempts: { total: attempts.length, succeeded, failed: attempts.length - succeeded },
      errors,
      responseTimeMs: {
        p50: quantile(durations, 0.5),
        p95: quantile(durations, 0.95),
        p99: quantile(durations, 0.99),
      },
      daily: dates.map((date) => {
        const day = deliveries.find((each) => each.date === date)
        const ofDay = attempts
          .filter((attempt) => attempt.date === date)
          .map((attempt) => attempt.duration_ms)
        const { delivered = 0, failed = 0, cancelled = 0 } = day ?? {}
        const successRate = rate(delivered, delivered + failed)
        return { date, delivered, failed, cancelled, successRate, p95: quantile(ofDay, 0.95) }
      }),
    })
  })

  it('had a mix worth counting', async () => {
    const { deliveries, errors } = await getStatistics(context, {})
    const { delivered, failed, cancelled, pending, recovered } = deliveries
    for (const count of [delivered, failed, cancelled, pending, recovered]) expect(count).toBeGreaterThan(4)
    expect(errors.map(({ error }) => error)).toEqual(
      expect.arrayContaining(['http_error', 'timeout', 'placeholder_error']),
    )
    const { rows } = await hotPool().query(
      `SELECT count(*) FILTER (WHERE is_test)::int AS tests, count(DISTINCT local_day)::int AS days FROM finished_delivery
       WHERE store_id = $1`,
      [store.id],
    )
    expect(rows[0]?.tests).toBeGreaterThan(3)
    expect(rows[0]?.days).toBeGreaterThan(10)
  })

  it('count every accepted delivery once, also while finished ones are being resent', async () => {
    const { rows } = await hotPool().query(
      `SELECT count(*)::int AS accepted FROM (SELECT id FROM pending_delivery WHERE store_id = $1 AND NOT is_test
         UNION SELECT id FROM finished_delivery WHERE store_id = $1 AND NOT is_test) d`,
      [store.id],
    )
    const resent = await hotPool().query('SELECT 1 FROM pending_delivery WHERE store_id = $1 AND revives', [
      store.id,
    ])
    expect(resent.rows.length).toBeGreaterThan(0)
    expect((await getStatistics(context, {})).deliveries.total).toBe(rows[0]?.accepted)
  })

  it('are empty, with every day in them, for a store without traffic', async () => {
    const stranger = contextOf(await makeStore(store.shard))
    const statistics = await getStatistics(stranger, { days: 3 })
    expect(statistics.deliveries).toEqual({
      total: 0,
      delivered: 0,
      failed: 0,
      cancelled: 0,
      pending: 0,
      recovered: 0,
      successRate: null,
    })
    expect(statistics.responseTimeMs).toEqual({ p50: null, p95: null, p99: null })
    expect(statistics.daily).toEqual(
      localDays(3).map((date) => ({
        date,
        delivered: 0,
        failed: 0,
        cancelled: 0,
        successRate: null,
        p95: null,
      })),
    )
  })

  it('refuse an endpoint of another store, and days out of range', async () => {
    const stranger = contextOf(await makeStore(store.shard))
    const refused: [StoreContext, StatisticsInput, string][] = [
      [stranger, { endpointId: endpoints[0] }, 'not_found'],
      [context, { endpointId: newId() }, 'not_found'],
      [context, { days: 0 }, 'validation_failed'],
      [context, { days: 91 }, 'validation_failed'],
      [context, { days: 1.5 }, 'validation_failed'],
      [context, { eventType: 'order\0' }, 'validation_failed'],
    ]
    for (const [asking, input, code] of refused) {
      await expect(getStatistics(asking, input)).rejects.toMatchObject({ code })
    }
  })

  it('tell each endpoint’s last 24 hours', async () => {
    const { rows } = await hotPool().query<{ endpoint_id: string; delivered: number; failed: number }>(
      `SELECT endpoint_id, count(*) FILTER (WHERE first_status = 'delivered')::int AS delivered,
         count(*) FILTER (WHERE first_status = 'failed')::int AS failed
       FROM finished_delivery WHERE store_id = $1 AND NOT is_test
         AND finished_at >= date_trunc('hour', now(), 'UTC') - interval '23 hours' GROUP BY endpoint_id`,
      [store.id],
    )
    const health = await listEndpointHealth(context)
    expect(rows.length).toBeGreaterThan(1)
    expect(health).toEqual(
      new Map(
        rows.map(({ endpoint_id, delivered, failed }) => [
          endpoint_id,
          { delivered, failed, successRate: rate(delivered, delivered + failed) },
        ]),
      ),
    )
    const stranger = contextOf(await makeStore(store.shard))
    expect(await listEndpointHealth(stranger)).toEqual(new Map())
  })
})
