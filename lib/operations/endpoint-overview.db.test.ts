import { beforeAll, describe, expect, it } from 'vitest'
import { disableEndpoint } from '@/lib/db/endpoint-state'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import type { NextState } from '@/lib/webhooks/delivery-state'
import type { Outcome } from '@/lib/webhooks/outcome'
import type { StoreContext } from './context'
import { getEndpointOverview } from './endpoint-overview'
import { getEndpointStanding } from './endpoint-standing'

cloneTestDatabase()

const MINUTE = 60_000
const retry: NextState = { kind: 'retry', delayMs: 3_600_000, policyStep: 1 }

describe('an endpoint’s page', () => {
  const began = Date.now() - 60 * MINUTE
  let store: Awaited<ReturnType<typeof makeStore>>
  let context: StoreContext
  let endpointId: string
  let quietId: string

  const at = (minutes: number) => new Date(began + minutes * MINUTE)

  async function deliver(minutes: number, outcome: Outcome, next: NextState): Promise<string> {
    const { deliveries } = await makeEvent(store, { at: at(minutes) })
    for (const claim of await claimAll(store, [endpointId]))
      await recordOutcome(store, claim, outcome, next, at(minutes))
    return deliveries[0]?.id ?? ''
  }

  beforeAll(async () => {
    store = await makeStore()
    context = {
      storeId: store.id,
      storeSlug: 'test',
      shard: store.shard,
      timeZone: store.timeZone,
      actor: 'user:1',
      requestId: null,
    }
    endpointId = await makeEndpoint(store.id)
    quietId = await makeEndpoint(store.id, { eventTypes: ['order.paid'] })
  })

  it('shows nothing where nothing happened', async () => {
    const overview = await getEndpointOverview(context, quietId)
    expect(overview).toMatchObject({
      condition: 'active',
      lastDay: { delivered: 0, failed: 0, successRate: null },
      p95Ms: null,
      pending: { count: 0, oldestAt: null },
      hadTraffic: false,
      isUsed: false,
      timeZone: 'Europe/Berlin',
      latest: [],
    })
    expect(overview.days).toHaveLength(7)
    expect(overview.days.every((day) => day.delivered + day.failed + day.cancelled === 0)).toBe(true)
    expect(await getEndpointStanding(context, quietId)).toMatchObject({
      condition: 'active',
      failingSince: null,
      lastFailure: null,
    })
  })

  it('counts what was delivered, what failed and what waits, and the newest are first', async () => {
    for (let minute = 0; minute < 9; minute++) await deliver(minute, outcomeOf(200), { kind: 'delivered' })
    await deliver(9, outcomeOf(404, 'http_error'), { kind: 'failed' })
    const waiting = await deliver(10, outcomeOf(503, 'http_error'), retry)
    const { deliveries } = await makeEvent(store, { at: at(11) })
    const overview = await getEndpointOverview(context, endpointId)
    expect(overview).toMatchObject({
      condition: 'failing',
      lastDay: { delivered: 9, failed: 1, successRate: 0.9 },
      pending: { count: 2, oldestAt: at(10) },
      hadTraffic: true,
      isUsed: true,
    })
    expect(overview.days.reduce((sum, day) => sum + day.delivered, 0)).toBe(9)
    expect(overview.days.reduce((sum, day) => sum + day.failed, 0)).toBe(1)
    expect(overview.p95Ms).toBeGreaterThan(0)
    expect(overview.latest).toHaveLength(10)
    expect(overview.latest.slice(0, 2).map(({ id }) => id)).toEqual([deliveries[0]?.id, waiting])
  })

  it('tells what failed last, of what was no test', async () => {
    const [waiting] = (await getEndpointOverview(context, endpointId)).latest.slice(1)
    await makeEvent(store, { at: at(12), testEndpointId: endpointId })
    for (const claim of await claimAll(store, [endpointId]))
      if (claim.isTest)
        await recordOutcome(store, claim, outcomeOf(null, 'timeout'), { kind: 'failed' }, at(12))
    const standing = await getEndpointStanding(context, endpointId)
    expect(standing.condition).toBe('failing')
    expect(standing.failingSince).toEqual(at(9))
    expect(standing.lastFailure).toEqual({
      deliveryId: waiting?.id,
      at: at(10),
      error: 'http_error',
      httpStatus: 503,
      response: { headers: { 'content-type': 'text/plain' }, body: 'ok' },
    })
    expect((await getEndpointOverview(context, endpointId)).latest[0]).toMatchObject({ isTest: true })
  })

  it('is unused while it got tests alone, and used once the log holds anything else, however old', async () => {
    const newId = await makeEndpoint(store.id, { eventTypes: ['order.shipped'] })
    for (let minute = 0; minute < 11; minute++)
      await makeEvent(store, { at: at(minute), testEndpointId: newId })
    expect(await getEndpointOverview(context, newId)).toMatchObject({ hadTraffic: false, isUsed: false })

    const longAgo = new Date(Date.now() - 9 * 24 * 60 * MINUTE)
    await makeEvent(store, { at: longAgo, type: 'order.shipped' })
    for (const claim of await claimAll(store, [newId]))
      if (!claim.isTest) await recordOutcome(store, claim, outcomeOf(200), { kind: 'delivered' }, longAgo)
    const overview = await getEndpointOverview(context, newId)
    expect(overview).toMatchObject({ hadTraffic: false, isUsed: true })
    expect(overview.latest.every(({ isTest }) => isTest)).toBe(true)
  })

  it('says who disabled it, and has nothing pending then', async () => {
    await disableEndpoint(store.id, endpointId, 'gone')
    expect(await getEndpointStanding(context, endpointId)).toMatchObject({
      condition: 'disabled_automatically',
      lastFailure: { httpStatus: 404 },
    })
    await disableEndpoint(store.id, quietId, 'manual')
    expect(await getEndpointStanding(context, quietId)).toMatchObject({
      condition: 'disabled_by_you',
      lastFailure: null,
    })
  })

  it('is nothing to another store', async () => {
    const stranger = { ...context, storeId: (await makeStore()).id }
    await expect(getEndpointOverview(stranger, endpointId)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getEndpointStanding(stranger, endpointId)).rejects.toMatchObject({ code: 'not_found' })
  })
})
