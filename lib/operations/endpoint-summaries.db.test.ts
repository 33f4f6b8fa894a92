import { beforeAll, describe, expect, it } from 'vitest'
import { hotPool } from '@/lib/db/client'
import { disableEndpoint } from '@/lib/db/endpoint-state'
import { resendDelivery } from '@/lib/db/resend-delivery'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import type { NextState } from '@/lib/webhooks/delivery-state'
import type { Outcome } from '@/lib/webhooks/outcome'
import type { StoreContext } from './context'
import { type EndpointSummary, getEndpointList } from './endpoint-summaries'

cloneTestDatabase()

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Store = Awaited<ReturnType<typeof makeStore>>

const failed: Outcome = outcomeOf(503, 'http_error')
const delivered: Outcome = outcomeOf(200)

function contextOf(store: Store): StoreContext {
  return {
    storeId: store.id,
    storeSlug: 'test',
    shard: store.shard,
    timeZone: store.timeZone,
    actor: 'user:1',
    requestId: null,
  }
}

const ago = (ms: number) => new Date(Date.now() - ms)

/** An event for one endpoint that happened and was attempted at an instant; the delivery's id. */
async function attemptOne(
  store: Store,
  endpointId: string,
  at: Date,
  outcome: Outcome,
  next: NextState,
  isTest = false,
): Promise<string> {
  await makeEvent(store, { at, type: endpointId, testEndpointId: isTest ? endpointId : null })
  const [claim, ...more] = await claimAll(store, [endpointId])
  if (!claim || more.length > 0) throw new Error('There must be one due delivery.')
  await recordOutcome(store, claim, outcome, next, at)
  return claim.id
}

// Each endpoint listens to a type of its own name, so that an event goes to it alone.
async function makeOwnEndpoint(store: Store): Promise<string> {
  const id = await makeEndpoint(store.id)
  await hotPool().query('UPDATE endpoint SET event_types = $2 WHERE id = $1', [id, [id]])
  return id
}

async function summaryOf(store: Store, id: string): Promise<EndpointSummary> {
  const { endpoints } = await getEndpointList(contextOf(store))
  const found = endpoints.find((endpoint) => endpoint.id === id)
  if (!found) throw new Error('The endpoint is not in the list.')
  return found
}

describe('the last attempted delivery', () => {
  let store: Store
  beforeAll(async () => {
    store = await makeStore()
  })

  it('is none where nothing was sent', async () => {
    const id = await makeOwnEndpoint(store)
    expect(await summaryOf(store, id)).toMatchObject({
      last: null,
      successRate: null,
      delivered: 0,
      failed: 0,
    })
  })

  it('is the latest of finished, retrying and test deliveries, in this order of time', async () => {
    const id = await makeOwnEndpoint(store)
    const seen = async () => (await summaryOf(store, id)).last

    const first = await attemptOne(store, id, ago(5 * DAY), delivered, { kind: 'delivered' })
    expect(await seen()).toMatchObject({ deliveryId: first, httpStatus: 200, error: null })

    const at = ago(2 * HOUR)
    const next: NextState = { kind: 'retry', delayMs: DAY, policyStep: 1 }
    const retrying = await attemptOne(store, id, at, failed, next)
    expect(await seen()).toEqual({ deliveryId: retrying, at, httpStatus: 503, error: 'http_error' })

    const refused = outcomeOf(null, 'connection_refused')
    const test = await attemptOne(store, id, ago(HOUR), refused, { kind: 'failed' }, true)
    expect(await seen()).toMatchObject({
      deliveryId: test,
      httpStatus: null,
      error: 'connection_refused',
    })

    // One that waits for its first attempt has no outcome to show yet.
    await makeEvent(store, { at: ago(MINUTE), type: id })
    expect(await seen()).toMatchObject({ deliveryId: test })
  })

  it('is seen behind what was cancelled without an attempt', async () => {
    const id = await makeOwnEndpoint(store)
    const last = await attemptOne(store, id, ago(HOUR), delivered, { kind: 'delivered' })
    for (let index = 0; index < 30; index++) await makeEvent(store, { at: ago(MINUTE), type: id })
    await disableEndpoint(store.id, id, 'manual')
    expect(await summaryOf(store, id)).toMatchObject({
      last: { deliveryId: last },
      condition: 'disabled_by_you',
    })
  })

  it('is one delivery while a finished one is sent again', async () => {
    const id = await makeOwnEndpoint(store)
    const again = await attemptOne(store, id, ago(HOUR), failed, { kind: 'failed' })
    await resendDelivery(hotPool(), store.shard, store.id, again, 'user:1')
    expect(await summaryOf(store, id)).toMatchObject({ last: { deliveryId: again, httpStatus: 503 } })
  })
})

describe('the last 24 hours', () => {
  it('are counted by the hour, the running one last, without tests', async () => {
    const store = await makeStore()
    const id = await makeOwnEndpoint(store)
    const now = Date.now()
    const startOfHour = now - (now % HOUR)
    const inHour = (hoursAgo: number) => new Date(Math.min(startOfHour - hoursAgo * HOUR + 1_000, now))
    await attemptOne(store, id, inHour(0), delivered, { kind: 'delivered' })
    await attemptOne(store, id, inHour(3), delivered, { kind: 'delivered' })
    await attemptOne(store, id, inHour(3), failed, { kind: 'failed' })
    await attemptOne(store, id, inHour(3), failed, { kind: 'failed' }, true)
    await attemptOne(store, id, inHour(23), delivered, { kind: 'delivered' })
    await attemptOne(store, id, inHour(24), failed, { kind: 'failed' })

    const { hours, ...summary } = await summaryOf(store, id)
    expect(summary).toMatchObject({ delivered: 3, failed: 1, successRate: 0.75 })
    expect(hours).toHaveLength(24)
    const counted = hours.map((hour, index) => ({ ...hour, hoursAgo: 23 - index }))
    expect(counted.filter((hour) => hour.delivered + hour.failed > 0)).toEqual([
      { hoursAgo: 23, delivered: 1, failed: 0 },
      { hoursAgo: 3, delivered: 1, failed: 1 },
      { hoursAgo: 0, delivered: 1, failed: 0 },
    ])
  })
})

describe('the list', () => {
  it('has those in trouble first, and never another store’s', async () => {
    const store = await makeStore()
    const stranger = await makeStore(store.shard)
    const foreign = await makeOwnEndpoint(stranger)
    const manual = await makeOwnEndpoint(store)
    const active = await makeOwnEndpoint(store)
    const gone = await makeOwnEndpoint(store)
    const failing = await makeOwnEndpoint(store)
    await attemptOne(stranger, foreign, ago(MINUTE), failed, { kind: 'failed' })
    await attemptOne(store, active, ago(MINUTE), delivered, { kind: 'delivered' })
    await attemptOne(store, failing, ago(MINUTE), failed, { kind: 'failed' })
    await disableEndpoint(store.id, manual, 'manual')
    await disableEndpoint(store.id, gone, 'gone')

    const { endpoints, limit } = await getEndpointList(contextOf(store))
    expect(endpoints.map(({ id, condition }) => [id, condition])).toEqual([
      [failing, 'failing'],
      [gone, 'disabled_automatically'],
      [active, 'active'],
      [manual, 'disabled_by_you'],
    ])
    expect(endpoints.map(({ disabledReason }) => disabledReason)).toEqual([null, 'gone', null, 'manual'])
    expect(limit).toBe(20)
  })

  it('is empty for a store without endpoints', async () => {
    expect(await getEndpointList(contextOf(await makeStore()))).toEqual({ endpoints: [], limit: 20 })
  })
})
