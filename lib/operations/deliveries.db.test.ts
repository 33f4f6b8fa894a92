import { beforeEach, describe, expect, it } from 'vitest'
import { hotPool, prisma } from '@/lib/db/client'
import { deleteEndpoint, disableEndpoint } from '@/lib/db/endpoint-state'
import { listenForDue } from '@/lib/delivery/wake-ups'
import { newId, toPublicId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import type { StoreContext } from './context'
import { getDelivery, listDeliveries, resendDelivery } from './deliveries'

cloneTestDatabase()

const HOUR = 3_600_000

type TestStore = Awaited<ReturnType<typeof makeStore>>

function contextOf(store: TestStore): StoreContext {
  const { id: storeId, shard, timeZone } = store
  return { storeId, storeSlug: 'test', shard, timeZone, actor: 'user:1', requestId: 'request-1' }
}

let store: TestStore
let context: StoreContext
let erp: string
let shop: string

beforeEach(async () => {
  store = await makeStore()
  context = contextOf(store)
  erp = await makeEndpoint(store.id, { url: 'https://ERP.example.com/in_box/100%25' })
  shop = await makeEndpoint(store.id, { url: 'https://shop.example.com/inXbox', eventTypes: ['order.paid'] })
})

async function makeDelivery(
  object: object = {},
  testEndpointId: string | null = null,
  type = 'order.created',
) {
  const at = new Date(Math.floor((Date.now() - HOUR) / 1_000) * 1_000)
  const event = await makeEvent(store, { at, type, object, testEndpointId })
  const [delivery] = event.deliveries
  if (!delivery) throw new Error('nothing made')
  return { id: delivery.id, eventId: event.id, at }
}

async function failAll() {
  for (const claim of await claimAll(store, [erp, shop])) {
    await recordOutcome(store, claim, outcomeOf(500, 'http_error'), { kind: 'failed' }, claim.occurredAt)
  }
}

describe('searching the log', () => {
  it('takes an exact id, then what stands in the data, then part of a URL', async () => {
    const one = await makeDelivery({ id: 'A-1042', customer: { email: 'Anna@Example.com' } })
    const two = await makeDelivery({ id: 'A-7', customer: { email: 'anna@example.com' } })
    const paid = await makeDelivery({ id: 'A-8', note_id: 'erp.example.com/other' }, null, 'order.paid')
    const stranger = await makeStore(store.shard)
    const foreign = await makeEndpoint(stranger.id, { url: 'https://foreign.example.com/' })

    const cases: [q: string, found: { id: string }[]][] = [
      ['', [one, two, paid]],
      ['   ', [one, two, paid]],
      [toPublicId('evt', one.eventId), [one]],
      [` ${toPublicId('dlv', two.id)} `, [two]],
      [toPublicId('we', shop), [paid]],
      [toPublicId('evt', newId()), []],
      [toPublicId('dlv', newId()), []],
      [toPublicId('we', foreign), []],
      ['a-1042', [one]],
      ['A-1042', [one]],
      ['ANNA@example.com', [one, two]],
      ['A-10', []],
      ['erp.example', [one, two]],
      ['EXAMPLE.COM', [one, two, paid]],
      ['in_box', [one, two]],
      ['100%25', [one, two]],
      ['%', [one, two]],
      ['foreign.example', []],
      ['erp.example.com/other', [paid]],
      ['nowhere', []],
      ['a\0b', []],
      ['\ud800', []],
      ["'; DROP TABLE event; --", []],
    ]
    for (const [q, found] of cases) {
      const { rows } = await listDeliveries(context, { q, limit: 10 })
      expect(rows.map((row) => row.id).sort(), q).toEqual(found.map(({ id }) => id).sort())
    }
    const deleted = await deleteEndpoint(store.id, erp)
    expect(deleted).toBe(true)
    expect((await listDeliveries(context, { q: 'erp.example.com/in', limit: 10 })).rows).toEqual([])
  })

  it('combines with the filters, and finds no more than they allow', async () => {
    const one = await makeDelivery({ id: 'A-1' })
    const paid = await makeDelivery({ id: 'A-1' }, null, 'order.paid')
    const find = async (input: Omit<Parameters<typeof listDeliveries>[1], 'limit'>) =>
      (await listDeliveries(context, { ...input, limit: 10 })).rows.map((row) => row.id)
    expect(await find({ q: 'a-1', eventType: 'order.paid' })).toEqual([paid.id])
    expect(await find({ q: 'a-1', endpointIds: [erp] })).toEqual([one.id])
    expect(await find({ q: 'shop.example', endpointIds: [erp] })).toEqual([])
    expect(await find({ q: toPublicId('we', shop), endpointIds: [erp] })).toEqual([])
    expect(await find({ q: toPublicId('dlv', one.id), deliveryIds: [paid.id] })).toEqual([])
    expect(await find({ q: toPublicId('evt', one.eventId), eventIds: [paid.eventId] })).toEqual([])
    expect(await find({ q: toPublicId('evt', one.eventId), eventIds: [paid.eventId, one.eventId] })).toEqual([
      one.id,
    ])
  })
})

describe('a delivery', () => {
  it('shows what each attempt sent and got', async () => {
    const { id, eventId, at } = await makeDelivery({ id: 'ä-1', total: 1.5 })
    await failAll()
    const { delivery, attempts } = await getDelivery(context, id)
    expect(delivery).toMatchObject({ id, eventId, status: 'failed', httpStatus: 500, apiVersion: '2025-09' })
    const seconds = at.getTime() / 1_000
    const body = `{"id":"${toPublicId('evt', eventId)}","type":"order.created","created":${seconds},"timestamp":"${at
      .toISOString()
      .slice(0, 19)}Z","api_version":"2025-09","data":{"object":{"id":"ä-1","total":1.5}}}`
    expect(attempts).toMatchObject([
      {
        number: 1,
        trigger: 'event',
        error: 'http_error',
        httpStatus: 500,
        superseded: false,
        request: { method: 'POST', url: 'http://127.0.0.1:9/', headers: { 'webhook-id': 'x' }, body },
        response: { headers: { 'content-type': 'text/plain' }, body: 'ok', truncated: false },
      },
    ])
  })

  it('has no body once its event is gone, and no response where none came', async () => {
    const { id, eventId } = await makeDelivery()
    const [claim] = await claimAll(store, [erp])
    if (!claim) throw new Error('nothing claimed')
    await recordOutcome(
      store,
      claim,
      outcomeOf(null, 'placeholder_error'),
      { kind: 'failed' },
      new Date(),
      null,
    )
    await hotPool().query('DELETE FROM event WHERE id = $1', [eventId])
    const { attempts } = await getDelivery(context, id)
    expect(attempts).toMatchObject([
      { request: { method: 'POST', url: null, headers: null, body: null }, response: null },
    ])
  })

  it('is not found by another store, nor where there is none', async () => {
    const { id } = await makeDelivery()
    const stranger = contextOf(await makeStore(store.shard))
    await expect(getDelivery(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getDelivery(context, newId())).rejects.toMatchObject({ code: 'not_found' })
    await expect(resendDelivery(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a resend', () => {
  const audit = () => prisma().auditEntry.findMany({ where: { storeId: store.id } })

  it('is queued once, audited once, and told to other processes', async () => {
    const { id } = await makeDelivery()
    await failAll()
    let heard: (shard: number) => void = () => {}
    const notified = new Promise<number>((resolve) => {
      heard = resolve
    })
    const listener = listenForDue((shard) => heard(shard))
    await expect
      .poll(
        async () =>
          (await hotPool().query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN %'`)).rows.length,
      )
      .toBeGreaterThan(0)

    const answers = await Promise.all(Array.from({ length: 10 }, () => resendDelivery(context, id)))
    for (const answer of answers) {
      expect(answer).toMatchObject({ id, status: 'retrying', resendRequested: true, httpStatus: 500 })
    }
    expect(await notified).toBe(store.shard)
    await listener.stop()
    expect(await audit()).toMatchObject([
      { action: 'delivery.resent', target: `delivery:${id}`, actor: 'user:1', requestId: 'request-1' },
    ])
    const [claim] = await claimAll(store, [erp])
    expect(claim).toMatchObject({ id, number: 2, trigger: 'resend', actor: 'user:1', revives: true })
  })

  it('is refused where it could not be sent, and leaves nothing behind', async () => {
    const disabled = await makeDelivery()
    const deleted = await makeDelivery({}, null, 'order.paid')
    await failAll()
    const gone = await makeDelivery()
    const test = await makeDelivery({}, erp)
    await failAll()
    await hotPool().query('DELETE FROM event WHERE id = $1', [gone.eventId])
    await expect(resendDelivery(context, gone.id)).rejects.toMatchObject({ code: 'payload_gone' })
    await disableEndpoint(store.id, erp, 'manual')
    await deleteEndpoint(store.id, shop)
    await expect(resendDelivery(context, disabled.id)).rejects.toMatchObject({ code: 'endpoint_unavailable' })
    await expect(resendDelivery(context, deleted.id)).rejects.toMatchObject({ code: 'endpoint_unavailable' })
    expect(
      (await hotPool().query('SELECT 1 FROM pending_delivery WHERE store_id = $1', [store.id])).rows,
    ).toEqual([])
    expect(await audit()).toEqual([])
    expect(await resendDelivery(context, test.id)).toMatchObject({ isTest: true, resendRequested: true })
    await deleteEndpoint(store.id, erp)
    await expect(resendDelivery(context, test.id)).rejects.toMatchObject({ code: 'endpoint_unavailable' })
  })
})
