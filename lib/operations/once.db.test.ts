import { beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { deleteOutdated } from '@/lib/db/housekeeping'
import { claimKey } from '@/lib/db/idempotency-keys'
import { inTransaction } from '@/lib/db/in-transaction'
import type { CreateEndpointInput } from '@/lib/schemas/endpoint'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import type { StoreContext } from './context'
import { resendDelivery } from './deliveries'
import { createEndpoint, deleteEndpoint, updateEndpoint } from './endpoints'
import { once, requestKey } from './once'
import { rotateSecret } from './secrets'
import { sendTest } from './test-sends'

cloneTestDatabase()

const PARALLEL = 20
const input: CreateEndpointInput = {
  name: 'Orders',
  api_version: '2025-09',
  url: 'http://127.0.0.1:3999/',
  event_types: ['order.created'],
}

describe('a request with a key', () => {
  let context: StoreContext
  let other: StoreContext

  beforeEach(async () => {
    const contextOf = ({ id }: { id: string }): StoreContext => ({
      storeId: id,
      storeSlug: 's',
      shard: 3,
      timeZone: 'UTC',
      actor: 'token:1',
      requestId: null,
    })
    context = contextOf(await makeStore())
    other = contextOf(await makeStore())
  })

  const inParallel = <Result>(work: () => Promise<Result>) =>
    Promise.all(Array.from({ length: PARALLEL }, work))

  async function count(table: string, store = context): Promise<number> {
    const { rows } = await pool().query(`SELECT count(*)::int AS count FROM ${table} WHERE store_id = $1`, [
      store.storeId,
    ])
    return rows[0]?.count
  }

  it('makes one endpoint out of many equal requests at once, also the last one that a store may have', async () => {
    for (let number = 1; number < 20; number++) await makeEndpoint(context.storeId)
    const made = await inParallel(() => createEndpoint(context, input, { key: 'create-1' }))
    expect(new Set(made.map(({ endpoint, secret }) => `${endpoint.id} ${secret}`)).size).toBe(1)
    expect(await count('endpoint')).toBe(20)
    expect(await count('pending_delivery'), 'one test event').toBe(1)
  })

  it('answers the endpoint and its secret as they are now, which is noted', async () => {
    const { endpoint, secret } = await createEndpoint(context, input, { key: 'create-1' })
    expect((await createEndpoint(context, { ...input }, { key: 'create-1' })).secret).toBe(secret)
    await updateEndpoint(context, endpoint.id, { name: 'Renamed', status: 'disabled' })
    const rotated = await rotateSecret(context, endpoint.id, 0)
    expect(await createEndpoint(context, input, { key: 'create-1' })).toMatchObject({
      endpoint: { id: endpoint.id, name: 'Renamed', disabledReason: 'manual' },
      secret: rotated.secret,
    })
    const { rows } = await pool().query(
      `SELECT count(*)::int AS count FROM audit_entry WHERE store_id = $1 AND action = 'secret.revealed'`,
      [context.storeId],
    )
    expect(rows).toEqual([{ count: 2 }])
    await deleteEndpoint(context, endpoint.id)
    await expect(createEndpoint(context, input, { key: 'create-1' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is refused with other content, and free for another store and another operation', async () => {
    const { endpoint } = await createEndpoint(context, input, { key: 'key' })
    const changed = createEndpoint(context, { ...input, name: 'Other' }, { key: 'key' })
    await expect(changed).rejects.toMatchObject({ code: 'idempotency_conflict' })
    const theirs = await createEndpoint(other, { ...input, name: 'Other' }, { key: 'key' })
    expect(theirs.endpoint.id).not.toBe(endpoint.id)
    await rotateSecret(context, endpoint.id, 60, { key: 'key' })
    await sendTest(context, endpoint.id, {}, 'key')
    const second = await createEndpoint(context, input, { key: 'another key' })
    await rotateSecret(context, second.endpoint.id, 0, { key: 'key' })
    await expect(rotateSecret(context, second.endpoint.id, 1, { key: 'key' })).rejects.toMatchObject({
      code: 'idempotency_conflict',
    })
  })

  it('of many that differ, sent at once, one succeeds and the others conflict', async () => {
    let number = 0
    const answers = await inParallel(() =>
      createEndpoint(context, { ...input, name: `No. ${++number}` }, { key: 'key' }).then(
        () => 'made',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      ),
    )
    expect(answers.filter((answer) => answer === 'made')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'idempotency_conflict')).toHaveLength(PARALLEL - 1)
    expect(await count('endpoint')).toBe(1)
  })

  it('rotates a secret once, and answers the one that is current', async () => {
    const id = await makeEndpoint(context.storeId)
    const rotated = await inParallel(() => rotateSecret(context, id, 3_600, { key: 'rotate-1' }))
    expect(new Set(rotated.map(({ secret }) => secret)).size).toBe(1)
    const { rows } = await pool().query('SELECT id FROM endpoint_secret WHERE endpoint_id = $1', [id])
    expect(rows).toHaveLength(2)
  })

  it('rotates by a precondition once, however often it is repeated', async () => {
    const id = await makeEndpoint(context.storeId)
    const ask = () => rotateSecret(context, id, 0, { key: 'rotate-1', check: (revision) => revision === 1 })
    expect((await ask()).secret).toBe((await ask()).secret)
    await expect(rotateSecret(context, id, 0, { check: (revision) => revision === 1 })).rejects.toMatchObject(
      {
        code: 'precondition_failed',
      },
    )
  })

  it('sends one test event', async () => {
    const id = await makeEndpoint(context.storeId)
    const deliveries = await inParallel(() => sendTest(context, id, {}, 'test-1'))
    expect(new Set(deliveries).size).toBe(1)
    expect(await count('event')).toBe(1)
    await expect(sendTest(context, id, { event_type: 'order.paid' }, 'test-1')).rejects.toMatchObject({
      code: 'idempotency_conflict',
    })
    expect(await sendTest(context, id, {}, 'test-2')).not.toBe(deliveries[0])
  })

  it('resends a delivery once, also after the attempt was made', async () => {
    const id = await makeEndpoint(context.storeId)
    const delivery = await sendTest(context, id, {})
    const ask = () => resendDelivery(context, delivery, 'resend-1')
    await inParallel(ask)
    const requested = async () => {
      const { rows } = await pool().query(
        `SELECT count(*)::int AS count FROM audit_entry WHERE store_id = $1 AND action = 'delivery.resent'`,
        [context.storeId],
      )
      return rows[0]?.count
    }
    expect(await requested()).toBe(1)
    // As if the attempt were over.
    await hotPool().query('UPDATE pending_delivery SET resend_requested = false WHERE id = $1', [delivery])
    expect(await ask()).toMatchObject({ id: delivery, resendRequested: false })
    expect(await requested()).toBe(1)
    await resendDelivery(context, delivery, 'resend-2')
    expect(await requested()).toBe(2)
  })

  it('that failed leaves its key free', async () => {
    const id = await makeEndpoint(context.storeId)
    const refused = { ...input, url: 'http://10.0.0.1/' }
    await expect(createEndpoint(context, refused, { key: 'key' })).rejects.toMatchObject({
      code: 'validation_failed',
    })
    await createEndpoint(context, input, { key: 'key' })
    await expect(sendTest(context, id, { event_type: 'no.type' }, 'key')).rejects.toMatchObject({
      code: 'validation_failed',
    })
    await sendTest(context, id, {}, 'key')
    const absent = '00000000-0000-7000-8000-000000000000'
    await expect(resendDelivery(context, absent, 'key')).rejects.toMatchObject({ code: 'not_found' })
    expect(await count('idempotency_key')).toBe(2)
  })

  it('whose process dies half-way leaves its key free, and lets those that wait go on', async () => {
    const claim = requestKey('key', 'test', {})
    if (!claim) throw new Error('There is no key.')
    const id = '01a2006a-97f8-7b1d-8215-1f3c79c13a10'
    const died = inTransaction(pool(), async (db) => {
      await claimKey(db, context, claim, id)
      const waiting = inTransaction(hotPool(), (second) => claimKey(second, context, claim, id))
      await untilBlocked()
      const { rows } = await db.query('SELECT pg_backend_pid() AS pid')
      await hotPool().query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
      await waiting
      return db.query('SELECT 1')
    })
    await expect(died).rejects.toThrow()
    const known = await once(context, claim, { work: async () => 'again', replay: async () => 'replayed' })
    expect(known, 'the one that waited has it').toBe('replayed')
  })

  async function untilBlocked(): Promise<void> {
    const text = `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO idempotency_key%'`
    let isBlocked = false
    while (!isBlocked) isBlocked = (await hotPool().query(text)).rowCount === 1
  }

  it('can be used for something else after 24 hours, and is deleted then', async () => {
    const { endpoint } = await createEndpoint(context, input, { key: 'key' })
    const age = (hours: number) =>
      pool().query(
        `UPDATE idempotency_key SET created_at = now() - $2 * interval '1 hour' WHERE store_id = $1`,
        [context.storeId, hours],
      )
    await age(23.9)
    expect((await createEndpoint(context, input, { key: 'key' })).endpoint.id).toBe(endpoint.id)
    await age(24.1)
    expect((await createEndpoint(context, input, { key: 'key' })).endpoint.id).not.toBe(endpoint.id)
    await deleteOutdated(pool())
    expect(await count('idempotency_key')).toBe(1)
    await age(24.1)
    await deleteOutdated(pool())
    expect(await count('idempotency_key')).toBe(0)
  })
})
