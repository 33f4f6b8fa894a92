import { expect, it } from 'vitest'
import { hotPool } from '@/lib/db/client'
import type { NewEvent } from '@/lib/db/ingest-events'
import { newId } from '@/lib/ids'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { testEvent, testEvents } from '@/lib/testing/factories'
import type { StoreContext } from './context'
import { type StoredEvent, storeEvents } from './store-events'

cloneTestDatabase()

async function makeContext(): Promise<StoreContext> {
  const { id, shard, timeZone } = await makeStore()
  return { storeId: id, storeSlug: 'store', shard, timeZone, actor: 'token:test', requestId: null }
}

/** What of the requests, begun at once, was refused: the code for each, null where it was stored. */
async function storeAll(
  requests: { context: StoreContext; events: NewEvent[] }[],
): Promise<{ stored: (StoredEvent[] | null)[]; refusals: (string | null)[] }> {
  const settled = await Promise.allSettled(
    requests.map(({ context, events }) => storeEvents(context, events)),
  )
  return {
    stored: settled.map((each) => (each.status === 'fulfilled' ? each.value : null)),
    refusals: settled.map((each) => (each.status === 'fulfilled' ? null : String(each.reason.code))),
  }
}

/** How many events of the stores there are, and in how many transactions they were stored. */
async function countStored(...contexts: StoreContext[]): Promise<{ events: number; transactions: number }> {
  const { rows } = await hotPool().query(
    `SELECT count(*)::int AS events, count(DISTINCT xmin::text)::int AS transactions
     FROM event WHERE store_id = ANY ($1::uuid[])`,
    [contexts.map(({ storeId }) => storeId)],
  )
  return rows[0]
}

it('stores what comes at once in few statements, and answers each request with what is its own', async () => {
  const contexts = [await makeContext(), await makeContext()]
  await makeEndpoint(contexts[0]?.storeId ?? '')
  const requests = Array.from({ length: 100 }, (_, index) => {
    const context = contexts[index % 2] ?? contexts[0]
    if (!context) throw new Error('There is no store.')
    return { context, events: testEvents(context.storeId, 1) }
  })
  const { stored } = await storeAll(requests)
  expect(stored.map((events) => events?.map(({ id }) => id))).toEqual(
    requests.map(({ events }) => events.map(({ id }) => id)),
  )
  expect(stored.map((events) => events?.[0]?.deliveriesCount)).toEqual(
    requests.map((_, index) => (index % 2 === 0 ? 1 : 0)),
  )
  const { events, transactions } = await countStored(...contexts)
  expect(events).toBe(100)
  expect(transactions).toBeLessThan(10)
})

it('a request that comes alone is stored at once', async () => {
  const context = await makeContext()
  const events = testEvents(context.storeId, 3)
  expect(await storeEvents(context, events)).toHaveLength(3)
  expect(await countStored(context)).toEqual({ events: 3, transactions: 1 })
})

it('a conflict of one request concerns no other, and stores nothing of its own', async () => {
  const context = await makeContext()
  const known = testEvent(context.storeId, { key: 'known' })
  await storeEvents(context, [known])
  const other = testEvent(context.storeId, { key: 'known', data: '{"object":{"id":2}}' })
  const requests = Array.from({ length: 40 }, () => ({ context, events: testEvents(context.storeId, 2) }))
  requests[20]?.events.push(other)
  requests[30]?.events.push({ ...known, id: newId() })

  const { stored, refusals } = await storeAll(requests)
  expect(refusals.flatMap((code, index) => (code === null ? [] : [[index, code]]))).toEqual([
    [20, 'idempotency_conflict'],
  ])
  expect(stored[30]?.[2], 'the one stored before').toMatchObject({ id: known.id })
  const { events, transactions } = await countStored(context)
  expect(events).toBe(1 + 39 * 2)
  expect(transactions).toBeLessThan(12)
})

it('of requests with one key and different contents at the same time, one is stored', async () => {
  const context = await makeContext()
  const requests = Array.from({ length: 30 }, (_, index) => ({
    context,
    events: [
      testEvent(context.storeId),
      testEvent(context.storeId, { key: 'same', data: `{"object":{"id":${index}}}` }),
    ],
  }))
  const { refusals } = await storeAll(requests)
  expect(refusals.filter((code) => code === null)).toHaveLength(1)
  expect(refusals.filter((code) => code === 'idempotency_conflict')).toHaveLength(29)
  expect(await countStored(context)).toEqual({ events: 2, transactions: 1 })
})

it('of requests with one key and the same content at the same time, all answer the one that is stored', async () => {
  const context = await makeContext()
  const requests = Array.from({ length: 30 }, () => ({
    context,
    events: [testEvent(context.storeId, { key: 'same' })],
  }))
  const { stored } = await storeAll(requests)
  expect(new Set(stored.map((events) => events?.[0]?.id)).size).toBe(1)
  expect(await countStored(context)).toEqual({ events: 1, transactions: 1 })
})

it('two stores may use each other’s keys at the same time', async () => {
  const contexts = [await makeContext(), await makeContext()]
  const requests = Array.from({ length: 80 }, (_, index) => {
    const context = contexts[index % 2] ?? contexts[0]
    if (!context) throw new Error('There is no store.')
    return { context, events: [testEvent(context.storeId, { key: `key-${(index % 8) >> 1}` })] }
  })
  const { refusals } = await storeAll(requests)
  expect(refusals.filter((code) => code !== null)).toEqual([])
  expect((await countStored(...contexts)).events).toBe(8)
})

it('what PostgreSQL refuses of one request concerns no other', async () => {
  const context = await makeContext()
  const requests = Array.from({ length: 40 }, () => ({ context, events: testEvents(context.storeId, 1) }))
  // Text with NUL: the server takes none.
  for (const index of [7, 33]) requests[index]?.events.push(testEvent(context.storeId, { data: '"\0"' }))
  const { refusals } = await storeAll(requests)
  expect(refusals.flatMap((code, index) => (code === null ? [] : [[index, code]]))).toEqual([
    [7, '22021'],
    [33, '22021'],
  ])
  expect((await countStored(context)).events).toBe(38)
})

it('more than a statement takes becomes several, none of them lost', async () => {
  const context = await makeContext()
  const requests = Array.from({ length: 30 }, () => ({ context, events: testEvents(context.storeId, 100) }))
  const { refusals } = await storeAll(requests)
  expect(refusals.filter((code) => code !== null)).toEqual([])
  const { events, transactions } = await countStored(context)
  expect(events).toBe(3_000)
  expect(transactions).toBeGreaterThanOrEqual(6)
})
