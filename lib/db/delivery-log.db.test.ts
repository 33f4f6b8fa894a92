import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/ids'
import { cancelInPassing, cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import type { DeliveryStatus } from '@/lib/webhooks/delivery-state'
import type { ErrorKind } from '@/lib/webhooks/outcome'
import { hotPool, pool } from './client'
import { countDeliveries } from './count-deliveries'
import { countDeliveriesByEvent, getDelivery, listDeliveriesById, listEventDeliveries } from './deliveries'
import { listDeliveries, type PageRequest, type SearchPace } from './delivery-log'
import type { LogFilter } from './delivery-log-filter'
import type { DeliveryRow, LogScope } from './delivery-row'
import { resendDelivery } from './resend-delivery'

cloneTestDatabase()

const HOUR = 3_600_000
const TINY: SearchPace = { windows: [3], budgetMs: 0 }

/** What the test itself knows of a delivery that it made. */
type Made = {
  id: string
  eventId: string
  endpointId: string
  type: string
  at: Date
  email: string
  status: DeliveryStatus
  httpStatus: number | null
  error: ErrorKind | null
  isTest: boolean
  resendId: string | null
}

type Case = [name: string, filter: LogFilter, matches: (made: Made) => boolean]

const newestFirst = (made: Made[]) => made.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1))

async function walk(
  scope: LogScope,
  filter: LogFilter,
  limit: number,
  pace?: SearchPace,
  cursorName: 'after' | 'before' = 'after',
  start?: string,
): Promise<{ ids: string[]; pages: number; partial: number }> {
  const ids: string[] = []
  let cursor: string | null | undefined = start
  let pages = 0
  let partial = 0
  do {
    const request: PageRequest = { limit, [cursorName]: cursor }
    const page = await listDeliveries(pool(), scope, filter, request, pace)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    expect(
      page.isPartial || page.rows.length === limit || page.nextCursor === null || cursorName === 'before',
    ).toBe(true)
    const pageIds = page.rows.map((row) => row.id)
    if (cursorName === 'after') ids.push(...pageIds)
    else ids.unshift(...pageIds)
    cursor = cursorName === 'after' ? page.nextCursor : page.previousCursor
    pages++
    if (page.isPartial) partial++
    if (pages > 1_000) throw new Error('The pages do not end.')
  } while (cursor)
  return { ids, pages, partial }
}

describe('the log', () => {
  const made: Made[] = []
  const resendId = newId()
  const now = Date.now()
  const split = new Date(now - 40 * HOUR)
  let store: Awaited<ReturnType<typeof makeStore>>
  let scope: LogScope
  let busy: string
  let quiet: string
  let singles: Case[]

  async function makeHistory() {
    const listening = ['order.created', 'order.paid']
    store = await makeStore()
    scope = { shard: store.shard, storeId: store.id }
    busy = await makeEndpoint(store.id, { eventTypes: listening })
    quiet = await makeEndpoint(store.id, { eventTypes: ['order.paid'] })
    const endpoints = [busy, quiet]
    let count = 0

    async function add(hoursAgo: number, isTest = false) {
      const type = listening[count % 2] ?? ''
      const at = new Date(now - hoursAgo * HOUR)
      const email = count % 3 === 0 ? 'anna@example.com' : `${count}@example.com`
      count++
      const event = await makeEvent(store, {
        at,
        type,
        object: { email },
        testEndpointId: isTest ? quiet : null,
      })
      const added = event.deliveries.map(({ id, endpointId }): Made => {
        const common = { id, endpointId, eventId: event.id, type, at, email, isTest, resendId: null }
        return { ...common, status: 'pending', httpStatus: null, error: null }
      })
      made.push(...added)
      return added
    }

    async function attempt(
      each: Made,
      status: 'delivered' | 'failed' | 'retrying',
      httpStatus: number | null,
      error: ErrorKind | null = null,
    ) {
      const claims = await claimAll(store, endpoints)
      const next =
        status === 'retrying'
          ? { kind: 'retry' as const, delayMs: 200 * HOUR, policyStep: 1 }
          : { kind: status === 'delivered' ? ('delivered' as const) : ('failed' as const) }
      for (const claim of claims)
        await recordOutcome(store, claim, outcomeOf(httpStatus, error), next, each.at)
      for (const delivery of made.filter(({ id }) => claims.some((claim) => claim.id === id))) {
        Object.assign(delivery, { status, httpStatus, error })
      }
    }

    async function resend(each: Made) {
      expect(await resendDelivery(hotPool(), store.shard, store.id, each.id, 'user:1')).toBe('queued')
    }

    // The oldest were cancelled, one of them after an attempt; nothing else is there yet that could be.
    const [retried] = await add(200)
    if (!retried) throw new Error('nothing made')
    await attempt(retried, 'retrying', 503, 'http_error')
    await add(199)
    await add(198)
    await cancelInPassing(store.shard, busy, 'endpoint_disabled')
    await cancelInPassing(store.shard, quiet, 'endpoint_deleted')
    for (const delivery of made) {
      const error = delivery.endpointId === busy ? 'endpoint_disabled' : 'endpoint_deleted'
      Object.assign(delivery, { status: 'cancelled', error })
    }

    const scenarios: ((each: Made) => Promise<unknown>)[] = [
      (each) => attempt(each, 'delivered', 200),
      (each) => attempt(each, 'delivered', 204),
      (each) => attempt(each, 'failed', 500, 'http_error'),
      (each) => attempt(each, 'failed', null, 'timeout'),
      (each) => attempt(each, 'failed', 404, 'http_error'),
      (each) => attempt(each, 'retrying', 503, 'http_error'),
      (each) => attempt(each, 'retrying', null, 'dns_error'),
      async (each) => {
        await attempt(each, 'failed', 500, 'http_error')
        await resend(each)
        await attempt(each, 'delivered', 201)
      },
      async (each) => {
        await attempt(each, 'delivered', 200)
        await resend(each)
        await attempt(each, 'failed', 404, 'http_error')
        each.status = 'delivered'
      },
    ]
    for (const [index, play] of [...scenarios, ...scenarios].entries()) {
      const [first] = await add(150 - 7 * index, index % 6 === 5)
      if (first) await play(first)
    }
    // A resend under way hides the finished row. The scenarios that resend act on all that is due, so these come last.
    const [hidden] = await add(20)
    if (!hidden) throw new Error('nothing made')
    await attempt(hidden, 'failed', 502, 'http_error')
    await resend(hidden)
    hidden.status = 'retrying'
    for (const hoursAgo of [12, 11, 11, 11, 5]) await add(hoursAgo)
    await add(4, true)

    for (const [index, delivery] of made.entries()) {
      if (index % 5 !== 0) continue
      delivery.resendId = resendId
      for (const table of ['pending_delivery', 'finished_delivery']) {
        await hotPool().query(`UPDATE ${table} SET resend_id = $2 WHERE id = $1`, [delivery.id, resendId])
      }
    }
  }

  beforeAll(async () => {
    await makeHistory()
    const someEvents = made.filter((_, index) => index % 4 === 0).map(({ eventId }) => eventId)
    const one = made[7]
    if (!one) throw new Error('nothing made')
    singles = [
      ['nothing', {}, () => true],
      ['an endpoint', { endpointIds: [quiet] }, (each) => each.endpointId === quiet],
      ['both endpoints', { endpointIds: [quiet, busy] }, () => true],
      ['an endpoint of nobody', { endpointIds: [newId()] }, () => false],
      ['no endpoint', { endpointIds: [] }, () => false],
      ['a type', { eventType: 'order.paid' }, (each) => each.type === 'order.paid'],
      ['pending', { statuses: ['pending'] }, (each) => each.status === 'pending'],
      ['retrying', { statuses: ['retrying'] }, (each) => each.status === 'retrying'],
      ['delivered', { statuses: ['delivered'] }, (each) => each.status === 'delivered'],
      ['failed', { statuses: ['failed'] }, (each) => each.status === 'failed'],
      ['cancelled', { statuses: ['cancelled'] }, (each) => each.status === 'cancelled'],
      [
        'retrying or failed',
        { statuses: ['retrying', 'failed'] },
        (each) => each.status === 'retrying' || each.status === 'failed',
      ],
      ['404', { httpStatus: 404 }, (each) => each.httpStatus === 404],
      ['5xx', { httpStatus: '5xx' }, (each) => (each.httpStatus ?? 0) >= 500],
      ['2xx', { httpStatus: '2xx' }, (each) => Math.floor((each.httpStatus ?? 0) / 100) === 2],
      ['http_error', { error: 'http_error' }, (each) => each.error === 'http_error'],
      ['timeout', { error: 'timeout' }, (each) => each.error === 'timeout'],
      ['endpoint_disabled', { error: 'endpoint_disabled' }, (each) => each.error === 'endpoint_disabled'],
      ['since', { since: split }, (each) => each.at >= split],
      ['until', { until: split }, (each) => each.at < split],
      ['since a delivery’s own instant', { since: one.at }, (each) => each.at >= one.at],
      ['until a delivery’s own instant', { until: one.at }, (each) => each.at < one.at],
      ['events', { eventIds: someEvents }, (each) => someEvents.includes(each.eventId)],
      ['a value', { objectValue: 'anna@example.com' }, (each) => each.email === 'anna@example.com'],
      ['a delivery', { deliveryIds: [one.id] }, (each) => each.id === one.id],
      ['a resend', { resendId }, (each) => each.resendId === resendId],
      ['no tests', { hideTests: true }, (each) => !each.isTest],
    ]
  })

  it('is played with every state in it', () => {
    const states = new Set(made.map(({ status, error }) => `${status} ${error}`))
    expect([...states].sort()).toEqual([
      'cancelled endpoint_deleted',
      'cancelled endpoint_disabled',
      'delivered http_error',
      'delivered null',
      'failed http_error',
      'failed timeout',
      'pending null',
      'retrying dns_error',
      'retrying http_error',
    ])
    for (const [name, , matches] of singles) {
      if (!['an endpoint of nobody', 'no endpoint'].includes(name))
        expect(made.filter(matches), name).not.toEqual([])
    }
  })

  it('filters by each part, in pages and small windows, each row exactly once', async () => {
    for (const [name, filter, matches] of singles) {
      const expected = newestFirst(made.filter(matches))
      for (const limit of [2, 100]) {
        expect((await walk(scope, filter, limit, TINY)).ids, `${name}, ${limit} a page`).toEqual(expected)
      }
      expect((await walk(scope, filter, 100)).ids, name).toEqual(expected)
    }
  })

  it('counts what it lists, and no further than it is told', async () => {
    for (const [name, filter, matches] of singles) {
      const isByEvents = filter.eventIds !== undefined || filter.objectValue !== undefined
      const expected = made.filter(matches).length
      const count = (most: number) => countDeliveries(pool(), scope, filter, { most, budgetMs: 10_000 })
      expect(await count(1_000), name).toBe(isByEvents ? null : expected)
      expect(await count(2), name).toBe(isByEvents ? null : Math.min(2, expected))
    }
  })

  it('gives a count up in time, and its connection back', async () => {
    const blocker = await pool().connect()
    try {
      await blocker.query('BEGIN')
      await blocker.query('LOCK TABLE pending_delivery IN ACCESS EXCLUSIVE MODE')
      for (let again = 0; again < 20; again++) {
        expect(await countDeliveries(pool(), scope, {}, { most: 1_000, budgetMs: 5 })).toBeNull()
      }
    } finally {
      await blocker.query('ROLLBACK')
      blocker.release()
    }
    expect(await countDeliveries(pool(), scope, {}, { most: 1_000, budgetMs: 10_000 })).toBe(made.length)
    // The limit was that count's alone.
    const { rows } = await pool().query<{ statement_timeout: string }>('SHOW statement_timeout')
    expect(rows).toEqual([{ statement_timeout: '1min' }])
  })

  it('filters by each two parts together', async () => {
    for (const [index, [name, filter, matches]] of singles.entries()) {
      for (const [other, otherFilter, otherMatches] of singles.slice(index + 1)) {
        if (Object.keys(filter).some((key) => key in otherFilter)) continue
        const expected = newestFirst(made.filter((each) => matches(each) && otherMatches(each)))
        const { ids } = await walk(scope, { ...filter, ...otherFilter }, 9)
        expect(ids, `${name} and ${other}`).toEqual(expected)
      }
    }
  })

  it('filters by many parts together', async () => {
    const filter: LogFilter = {
      endpointIds: [busy],
      eventType: 'order.paid',
      statuses: ['failed', 'retrying', 'delivered'],
      httpStatus: '4xx',
      error: 'http_error',
      since: new Date(now - 190 * HOUR),
      hideTests: true,
    }
    const expected = made.filter(
      (each) =>
        each.endpointId === busy &&
        each.type === 'order.paid' &&
        each.status !== 'cancelled' &&
        each.httpStatus === 404 &&
        !each.isTest,
    )
    expect(expected).not.toEqual([])
    expect((await walk(scope, filter, 100)).ids).toEqual(newestFirst(expected))
  })

  it('pages back to what is newer', async () => {
    const oldest = newestFirst(made).at(-1) ?? ''
    for (const [name, filter, matches] of singles) {
      const expected = newestFirst(made.filter((each) => matches(each) && each.id > oldest))
      expect((await walk(scope, filter, 2, TINY, 'before', oldest)).ids, name).toEqual(expected)
    }
    const first = await listDeliveries(pool(), scope, {}, { limit: 5 })
    const second = await listDeliveries(pool(), scope, {}, { limit: 5, after: first.nextCursor ?? '' })
    const back = await listDeliveries(pool(), scope, {}, { limit: 5, before: second.previousCursor ?? '' })
    expect(back).toEqual({ ...first, previousCursor: null })
  })

  it('answers with a cursor when its time is up before anything was found', async () => {
    const filter: LogFilter = { error: 'endpoint_deleted', statuses: ['cancelled', 'retrying'] }
    const page = await listDeliveries(pool(), scope, filter, { limit: 10 }, { windows: [2], budgetMs: 0 })
    expect(page).toMatchObject({ rows: [], isPartial: true, nextCursor: expect.any(String) })
    const expected = newestFirst(made.filter((each) => each.error === 'endpoint_deleted'))
    expect(expected).not.toEqual([])
    const { ids, partial } = await walk(scope, filter, 10, { windows: [2], budgetMs: 0 })
    expect(ids).toEqual(expected)
    expect(partial).toBeGreaterThan(5)
  })

  it('asks the database nothing for a filter that contradicts itself', async () => {
    const unreachable = { query: () => Promise.reject(new Error('It was asked.')) }
    const contradictions: LogFilter[] = [
      { statuses: ['pending'], httpStatus: 200 },
      { statuses: ['pending'], error: 'timeout' },
      { statuses: ['delivered', 'failed'], error: 'endpoint_disabled' },
      { since: split, until: split },
      { eventIds: [] },
      { httpStatus: 70_000 },
      { eventType: 'order\0' },
    ]
    const asked = new Proxy(pool(), { get: () => unreachable.query })
    for (const filter of contradictions) {
      expect(await listDeliveries(asked, scope, filter, { limit: 5 })).toEqual({
        rows: [],
        nextCursor: null,
        previousCursor: null,
        isPartial: false,
      })
    }
    await expect(listDeliveries(asked, scope, {}, { limit: 5 })).rejects.toThrow('It was asked.')
  })

  it('shows another store nothing', async () => {
    const stranger = await makeStore(store.shard)
    const strange = { shard: stranger.shard, storeId: stranger.id }
    for (const [name, filter] of singles) expect((await walk(strange, filter, 100)).ids, name).toEqual([])
    expect(await countDeliveries(pool(), strange, {}, { most: 10, budgetMs: 10_000 })).toBe(0)
    const ids = made.map(({ id }) => id)
    expect(await listDeliveriesById(pool(), strange, ids)).toEqual([])
    const [one] = made
    if (!one) throw new Error('nothing made')
    expect(await getDelivery(pool(), strange, one.id)).toBeNull()
    expect(await listEventDeliveries(pool(), strange, one.eventId)).toEqual([])
    expect(await countDeliveriesByEvent(pool(), strange, [one.eventId])).toEqual(new Map())
  })

  it('finds each delivery by its id, and those of an event, as the log shows them', async () => {
    const { rows } = await listDeliveries(pool(), scope, {}, { limit: 100 })
    expect(rows).toHaveLength(made.length)
    for (const row of rows) expect(await getDelivery(pool(), scope, row.id)).toEqual(row)
    const some = rows.filter((_, index) => index % 2 === 0)
    const asked = [newId(), ...some.map(({ id }) => id).reverse()]
    expect(await listDeliveriesById(pool(), scope, asked)).toEqual(some)
    expect(await listDeliveriesById(pool(), scope, [])).toEqual([])
    for (const { eventId } of made) {
      expect(await listEventDeliveries(pool(), scope, eventId)).toEqual(
        rows.filter((row) => row.eventId === eventId),
      )
    }
    const eventIds = [...new Set(made.map(({ eventId }) => eventId))]
    const counts = await countDeliveriesByEvent(pool(), scope, eventIds)
    for (const id of eventIds)
      expect(counts.get(id)).toBe(made.filter(({ eventId }) => eventId === id).length)
    expect(await getDelivery(pool(), scope, newId())).toBeNull()
  })

  it('shows what became of each', async () => {
    const { rows } = await listDeliveries(pool(), scope, {}, { limit: 100 })
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const each of made) {
      const row = byId.get(each.id)
      const { eventId, endpointId, status, httpStatus, error, isTest } = each
      expect(row).toMatchObject({
        eventId,
        endpointId,
        status,
        httpStatus,
        error,
        isTest,
        createdAt: each.at,
      })
      const isFinished = ['delivered', 'failed', 'cancelled'].includes(status)
      expect(row?.nextAttemptAt === null).toBe(isFinished)
      expect(row?.finishedAt === null).toBe(!isFinished)
      expect(row?.firstStatus === null).toBe(!isFinished)
    }
    const recovered = rows.filter((row) => row.httpStatus === 201)
    expect(recovered).not.toEqual([])
    const shown: Partial<DeliveryRow> = {
      status: 'delivered',
      firstStatus: 'failed',
      trigger: 'resend',
      attemptsCount: 2,
    }
    for (const row of recovered) expect(row).toMatchObject({ ...shown, recoveredAt: expect.any(Date) })
    const waiting = rows.filter((row) => row.resendRequested)
    expect(waiting).toMatchObject([
      { status: 'retrying', httpStatus: 502, attemptsCount: 1, inFlight: false },
    ])
  })
})

describe('the log while deliveries become final', () => {
  it('misses none and shows none twice', async () => {
    const store = await makeStore()
    const scope = { shard: store.shard, storeId: store.id }
    const endpointId = await makeEndpoint(store.id)
    const start = Date.now() - HOUR
    for (let index = 0; index < 40; index++) await makeEvent(store, { at: new Date(start + index) })
    const claims = await claimAll(store, [endpointId])
    const ids = claims.map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1))
    expect(ids).toHaveLength(40)
    expect((await listDeliveries(pool(), scope, {}, { limit: 100 })).rows.every((row) => row.inFlight)).toBe(
      true,
    )

    let isDone = false
    const recording = (async () => {
      for (const claim of claims) {
        await recordOutcome(store, claim, outcomeOf(200), { kind: 'delivered' }, new Date())
      }
      isDone = true
    })()
    let mixed = 0
    while (!isDone) {
      const { rows } = await listDeliveries(
        pool(),
        scope,
        {},
        { limit: 100 },
        { windows: [3], budgetMs: 60_000 },
      )
      expect(rows.map((row) => row.id)).toEqual(ids)
      if (new Set(rows.map((row) => row.status)).size > 1) mixed++
    }
    await recording
    expect(mixed).toBeGreaterThan(0)
  })

  it('gets past many events of one value and one millisecond', async () => {
    const store = await makeStore()
    const scope = { shard: store.shard, storeId: store.id }
    await makeEndpoint(store.id)
    await makeEndpoint(store.id)
    const start = Date.now() - HOUR
    for (let index = 0; index < 30; index++) {
      await makeEvent(store, { at: new Date(start + Math.floor(index / 10)), object: { id: 'A-1' } })
    }
    const { ids } = await walk(scope, { objectValue: 'a-1' }, 7, { windows: [4], budgetMs: 0 })
    expect(ids).toEqual((await walk(scope, {}, 100)).ids)
    expect(ids).toHaveLength(60)
    const newer = await walk(
      scope,
      { objectValue: 'a-1' },
      7,
      { windows: [4], budgetMs: 0 },
      'before',
      ids.at(-1),
    )
    expect(newer.ids).toEqual(ids.slice(0, -1))
  })
})
