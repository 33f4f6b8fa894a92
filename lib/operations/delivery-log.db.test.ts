import { beforeEach, describe, expect, it } from 'vitest'
import { hotPool, prisma } from '@/lib/db/client'
import { notePause } from '@/lib/db/endpoint-pauses'
import { deleteEndpoint, disableEndpoint } from '@/lib/db/endpoint-state'
import { newId, toPublicId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import type { StoreContext } from './context'
import { resendDelivery } from './deliveries'
import { countLog, getLogScreen, listLogRows } from './delivery-log'
import { getDeliveryScreen } from './delivery-screen'
import { listEndpointChoices } from './endpoint-choices'

cloneTestDatabase()

const HOUR = 3_600_000
const ZONE = 'Europe/Berlin'

type TestStore = Awaited<ReturnType<typeof makeStore>>

function contextOf({ id: storeId, shard, timeZone }: TestStore, actor = 'user:1'): StoreContext {
  return { storeId, storeSlug: 'test', shard, timeZone, actor, requestId: null }
}

let store: TestStore
let context: StoreContext
let erp: string
let shop: string

beforeEach(async () => {
  store = await makeStore()
  context = contextOf(store)
  erp = await makeEndpoint(store.id, { retryPolicy: 'short' })
  shop = await makeEndpoint(store.id, { eventTypes: ['order.paid', 'order.created'], retryPolicy: 'none' })
})

async function makeDeliveries(at = new Date(Date.now() - HOUR)) {
  const { id: eventId, deliveries } = await makeEvent(store, { at })
  const idAt = (endpointId: string) => deliveries.find((each) => each.endpointId === endpointId)?.id ?? ''
  return { eventId, erp: idAt(erp), shop: idAt(shop) }
}

async function failAll() {
  for (const claim of await claimAll(store, [erp, shop])) {
    await recordOutcome(store, claim, outcomeOf(500, 'http_error'), { kind: 'failed' }, claim.occurredAt)
  }
}

async function makeActors(): Promise<{ user: string; token: string }> {
  const [user, token] = [newId(), newId()]
  await prisma().user.create({
    data: { id: user, email: `${user}@example.com`, name: 'Mira Petersen', passwordHash: 'x' },
  })
  await prisma().apiToken.create({
    data: {
      id: token,
      storeId: store.id,
      name: 'ERP sync',
      prefix: token,
      tokenHash: Buffer.from('x'),
      lastFour: 'abcd',
      scopes: [],
    },
  })
  return { user, token }
}

describe('the log on screen', () => {
  it('says of each row what its endpoint is called, whether it still takes resends, and how often it is tried', async () => {
    const made = await makeDeliveries()
    await disableEndpoint(store.id, shop, 'manual')
    await deleteEndpoint(store.id, erp)
    const { rows } = await getLogScreen(context, {}, ZONE)
    const shown = (id: string) => rows.find((row) => row.id === id)
    expect(shown(made.erp)).toMatchObject({
      endpointName: 'Test endpoint',
      endpointIsDeleted: true,
      mostAttempts: 4,
    })
    expect(shown(made.shop)).toMatchObject({
      endpointIsDeleted: false,
      endpointIsDisabled: true,
      mostAttempts: 1,
    })
    expect(await listEndpointChoices(context)).toEqual([
      { id: erp, name: 'Test endpoint', isDeleted: true },
      { id: shop, name: 'Test endpoint', isDeleted: false },
    ])
  })

  it('says until when a row’s endpoint is paused, while it is', async () => {
    const made = await makeDeliveries()
    const pauses = async (): Promise<[boolean, boolean]> => {
      const { rows } = await getLogScreen(context, {}, ZONE)
      const isPaused = (id: string) => rows.find((row) => row.id === id)?.endpointPausedUntil instanceof Date
      return [isPaused(made.erp), isPaused(made.shop)]
    }
    expect(await pauses()).toEqual([false, false])
    await notePause(hotPool(), store.shard, erp, 300_000)
    await notePause(hotPool(), store.shard, shop, -1_000)
    expect(await pauses()).toEqual([true, false])
    const { delivery } = await getDeliveryScreen(context, made.erp)
    const [row] = await listLogRows(context, [made.erp])
    expect(delivery.endpointPausedUntil?.getTime()).toBeGreaterThan(Date.now() + 200_000)
    expect(row?.endpointPausedUntil).toEqual(delivery.endpointPausedUntil)
    // Nothing waits for one that is disabled.
    await disableEndpoint(store.id, erp, 'manual')
    expect(await pauses()).toEqual([false, false])
  })

  it('shows given rows as they are now, in the log’s order, and none of another store', async () => {
    const made = await makeDeliveries()
    const { rows } = await getLogScreen(context, {}, ZONE)
    expect(await listLogRows(context, [made.shop, made.erp, newId()])).toEqual(rows)
    await failAll()
    const [row] = await listLogRows(context, [made.erp])
    expect(row).toMatchObject({ id: made.erp, status: 'failed', httpStatus: 500, attemptsCount: 1 })
    const stranger = contextOf(await makeStore(store.shard))
    expect(await listLogRows(stranger, [made.erp, made.shop])).toEqual([])
  })

  it('counts by the same filters, whichever page is asked for, and only what is the store’s', async () => {
    const made = await makeDeliveries()
    await makeDeliveries(new Date(Date.now() - 30 * HOUR))
    const endpoint = toPublicId('we', erp)
    expect(await countLog(context, {}, ZONE)).toEqual({ count: 4, isCapped: false })
    expect(await countLog(context, { after: toPublicId('dlv', made.erp) }, ZONE)).toMatchObject({ count: 4 })
    expect(await countLog(context, { range: '24h' }, ZONE)).toMatchObject({ count: 2 })
    expect(await countLog(context, { endpoint, status: 'pending' }, ZONE)).toMatchObject({ count: 2 })
    expect(await countLog(context, { status: 'failed' }, ZONE)).toMatchObject({ count: 0 })
    expect(await countLog(context, { q: '127.0.0.1' }, ZONE)).toMatchObject({ count: 4 })
    expect(await countLog(context, { q: toPublicId('evt', made.eventId) }, ZONE)).toMatchObject({
      count: null,
    })
    const stranger = contextOf(await makeStore(store.shard))
    expect(await countLog(stranger, {}, ZONE)).toMatchObject({ count: 0 })
    expect(await countLog(stranger, { endpoint }, ZONE)).toMatchObject({ count: 0 })
    expect(await getLogScreen(stranger, { endpoint }, ZONE)).toMatchObject({
      rows: [],
      isEndpointUnknown: true,
    })
  })
})

describe('a delivery on screen', () => {
  it('names who resent it, and holds the payload once', async () => {
    const made = await makeDeliveries()
    const { user, token } = await makeActors()
    await failAll()
    for (const actor of [`user:${user}`, `token:${token}`, `user:${newId()}`, 'cron']) {
      await resendDelivery(contextOf(store, actor), made.erp)
      await failAll()
    }
    const screen = await getDeliveryScreen(context, made.erp)
    expect(screen.attempts.map(({ trigger, actorName }) => [trigger, actorName])).toEqual([
      ['event', null],
      ['resend', 'Mira Petersen'],
      ['resend', 'ERP sync'],
      ['resend', null],
      ['resend', null],
    ])
    expect(screen.payload).toContain(toPublicId('evt', made.eventId))
    for (const { request } of screen.attempts) expect(request).not.toHaveProperty('body')
    expect(screen.delivery).toMatchObject({ id: made.erp, endpointName: 'Test endpoint', mostAttempts: 4 })
    expect(screen.resendRefusal).toBeNull()
  })

  it('names no token of another store', async () => {
    const { token } = await makeActors()
    const made = await makeDeliveries()
    await failAll()
    await resendDelivery(contextOf(store, `token:${token}`), made.erp)
    await failAll()
    await prisma().apiToken.update({
      where: { id: token },
      data: { storeId: (await makeStore(store.shard)).id },
    })
    const { attempts } = await getDeliveryScreen(context, made.erp)
    expect(attempts.at(-1)).toMatchObject({ trigger: 'resend', actorName: null })
  })

  it('shows the other deliveries of its event', async () => {
    const made = await makeDeliveries()
    await makeDeliveries()
    const { eventDeliveries } = await getDeliveryScreen(context, made.erp)
    expect(eventDeliveries.map(({ id }) => id).sort()).toEqual([made.erp, made.shop].sort())
  })

  it('says why it cannot be resent', async () => {
    const made = await makeDeliveries()
    const refusal = async () => (await getDeliveryScreen(context, made.erp)).resendRefusal
    expect(await refusal()).toBeNull()
    await disableEndpoint(store.id, erp, 'manual')
    expect(await refusal()).toBe('endpoint_disabled')
    await deleteEndpoint(store.id, erp)
    expect(await refusal()).toBe('endpoint_deleted')
    const screen = await getDeliveryScreen(context, made.shop)
    expect(screen.resendRefusal).toBeNull()
    await hotPool().query('DELETE FROM event WHERE id = $1', [made.eventId])
    expect(await getDeliveryScreen(context, made.shop)).toMatchObject({
      payload: null,
      resendRefusal: 'payload_gone',
    })
  })

  it('takes a test of a disabled endpoint', async () => {
    const { deliveries } = await makeEvent(store, { at: new Date(Date.now() - HOUR), testEndpointId: erp })
    await disableEndpoint(store.id, erp, 'manual')
    const screen = await getDeliveryScreen(context, deliveries[0]?.id ?? '')
    expect(screen).toMatchObject({ resendRefusal: null, delivery: { isTest: true, mostAttempts: 1 } })
  })

  it('is absent for another store', async () => {
    const made = await makeDeliveries()
    const stranger = contextOf(await makeStore(store.shard))
    await expect(getDeliveryScreen(stranger, made.erp)).rejects.toMatchObject({ code: 'not_found' })
  })
})
