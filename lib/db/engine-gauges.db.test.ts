import { expect, it } from 'vitest'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { hotPool, pool } from './client'
import { disableEndpoint } from './endpoint-state'
import { getEngineGauges } from './engine-gauges'
import { beatSender } from './senders'

cloneTestDatabase()

const nothing = {
  pending: 0,
  due: 0,
  oldestDueSeconds: 0,
  liveSenders: 0,
  enabledEndpoints: 0,
  failingEndpoints: 0,
  disabledManually: 0,
  disabledAsFailing: 0,
  disabledAsGone: 0,
}

it('says how the deployment stands, over all stores and shards', async () => {
  expect(await getEngineGauges(hotPool())).toEqual(nothing)

  const stores = [await makeStore(3), await makeStore(11)]
  const endpoints = await Promise.all(
    stores.flatMap(({ id }) => [makeEndpoint(id), makeEndpoint(id), makeEndpoint(id)]),
  )
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = endpoints
  const add = (index: number, endpointId: string, dueInSeconds: number, leasedForSeconds: number | null) =>
    pool().query(
      `INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at, leased_until)
       VALUES ($1, gen_random_uuid(), $2, $3, gen_random_uuid(), 'order.paid', '2025-09',
         now() + $4 * interval '1 second', now() + $5 * interval '1 second')`,
      [stores[index]?.shard, stores[index]?.id, endpointId, dueInSeconds, leasedForSeconds],
    )
  await add(0, first, -100, null)
  await add(0, first, -4_000, 60)
  await add(0, second, 60, null)
  await add(1, fourth, -2_000, -1)
  await add(1, fourth, -10, null)
  await add(1, fifth, 3_000, null)

  await disableEndpoint(stores[0]?.id ?? '', third, 'manual')
  await disableEndpoint(stores[1]?.id ?? '', sixth, 'gone')
  for (const [shard, id] of [
    [3, first],
    [3, third],
  ]) {
    await pool().query(
      'INSERT INTO endpoint_health (shard, endpoint_id, failing_since) VALUES ($1, $2, now())',
      [shard, id],
    )
  }
  await beatSender(pool(), { id: first, host: 'a', pid: 1, version: '1' })
  await beatSender(pool(), { id: second, host: 'a', pid: 2, version: '1' })
  await pool().query(`UPDATE sender SET seen_at = now() - interval '7 seconds' WHERE id = $1`, [second])

  const { oldestDueSeconds, ...gauges } = await getEngineGauges(hotPool())
  expect(gauges).toEqual({
    pending: 6,
    due: 3,
    liveSenders: 1,
    enabledEndpoints: 4,
    failingEndpoints: 1,
    disabledManually: 1,
    disabledAsFailing: 0,
    disabledAsGone: 1,
  })
  expect(oldestDueSeconds, 'of what nobody has').toBeGreaterThanOrEqual(2_000)
  expect(oldestDueSeconds).toBeLessThan(2_100)
})

it('stops counting at 100,000', async () => {
  const { id, shard } = await makeStore()
  const endpointId = await makeEndpoint(id)
  await pool().query(
    `INSERT INTO pending_delivery (shard, id, store_id, endpoint_id, event_id, event_type, api_version, due_at)
     SELECT $1, gen_random_uuid(), $2, $3, gen_random_uuid(), 'order.paid', '2025-09', now() - interval '1 hour'
     FROM generate_series(1, 100050)`,
    [shard, id, endpointId],
  )
  await pool().query('ANALYZE pending_delivery')
  const gauges = await getEngineGauges(hotPool())
  expect(gauges).toMatchObject({ pending: 100_000, due: 100_000 })
  expect(gauges.oldestDueSeconds).toBeGreaterThanOrEqual(3_600)
})
