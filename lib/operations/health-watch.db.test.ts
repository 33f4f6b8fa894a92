import { beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { disableGone } from '@/lib/db/disable-automatically'
import { deleteEndpoint, disableEndpoint, enableEndpoint } from '@/lib/db/endpoint-state'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import type { StoreContext } from './context'
import { listDisableTimes } from './countdown'
import { getEndpointStanding } from './endpoint-standing'
import { watchHealth } from './health-watch'
import { snoozeEndpoint } from './snooze'

cloneTestDatabase()

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ago = (ms: number) => new Date(Date.now() - ms)

type Store = Awaited<ReturnType<typeof makeStore>>
type Told = { kind: string; details: Record<string, unknown> }

let store: Store
let endpointId: string

beforeEach(async () => {
  // What another test left behind is watched over as well: it must not be told of in this one.
  await hotPool().query('DELETE FROM endpoint_health')
  store = await makeStore()
  endpointId = await makeEndpoint(store.id, { url: 'https://erp.example/hooks?key=1' })
})

function contextOf({ id, shard, timeZone }: Store): StoreContext {
  return { storeId: id, storeSlug: 'test', shard, timeZone, actor: 'user:1', requestId: null }
}

/** One attempt of a new delivery, recorded as the engine does. */
async function attempt(at: Date, isSuccess: boolean): Promise<void> {
  await makeEvent(store, { at })
  const [claim] = await claimAll(store, [endpointId])
  if (!claim) throw new Error('Nothing was due.')
  const outcome = isSuccess ? outcomeOf(200) : outcomeOf(503, 'http_error')
  await recordOutcome(store, claim, outcome, { kind: isSuccess ? 'delivered' : 'failed' }, at)
}

/** It began to fail, and failed last, this long ago. */
async function failFrom(since: number, last: number): Promise<void> {
  await attempt(ago(since), false)
  await attempt(ago(last), false)
}

async function told(): Promise<Told[]> {
  const { rows } = await pool().query<Told>(
    'SELECT kind, details FROM notice WHERE store_id = $1 ORDER BY id',
    [store.id],
  )
  return rows
}

const kinds = async () => (await told()).map(({ kind }) => kind)

async function reasonOf(): Promise<string | null> {
  const { rows } = await pool().query('SELECT disabled_reason FROM endpoint WHERE id = $1', [endpointId])
  return rows[0]?.disabled_reason
}

describe('warnings', () => {
  it('come once each, with what people need to know', async () => {
    await failFrom(2 * DAY, HOUR)
    expect(await watchHealth()).toBe(0)

    const since = 62 * HOUR
    await hotPool().query('UPDATE endpoint_health SET failing_since = $1', [ago(since)])
    expect(await watchHealth()).toBe(1)
    expect(await watchHealth()).toBe(0)
    const [notice] = await told()
    expect(notice).toMatchObject({
      kind: 'failing_50',
      details: {
        name: 'Test endpoint',
        url: 'https://erp.example/hooks?key=1',
        failure: { error: 'http_error', httpStatus: 503 },
      },
    })
    const { failingSince, disablesAt } = notice?.details ?? {}
    expect(Date.parse(String(disablesAt)) - Date.parse(String(failingSince))).toBe(5 * DAY)

    await hotPool().query(`UPDATE endpoint_health SET failing_since = failing_since - interval '60 hours',
      warned_since = warned_since - interval '60 hours', last_failure_at = last_failure_at - interval '5 hours'`)
    await watchHealth()
    expect(await kinds()).toEqual(['failing_50', 'failing_90'])
    expect(await reasonOf()).toBeNull()
  })

  it('are judged at failures: one that has nothing to send is left alone', async () => {
    await failFrom(20 * DAY, 19 * DAY)
    expect(await watchHealth()).toBe(0)
    expect(await kinds()).toEqual([])
  })

  it('are one notice when many processes watch', async () => {
    await failFrom(3 * DAY, HOUR)
    const steps = await Promise.all(Array.from({ length: 6 }, () => watchHealth()))
    expect(steps.reduce((sum, step) => sum + step, 0)).toBe(1)
    expect(await kinds()).toEqual(['failing_50'])
  })

  it('are not given of what a person disabled, or deleted', async () => {
    await failFrom(3 * DAY, HOUR)
    await disableEndpoint(store.id, endpointId, 'manual')
    expect(await watchHealth()).toBe(0)
    await enableEndpoint(store.id, endpointId)
    await failFrom(3 * DAY, HOUR)
    await deleteEndpoint(store.id, endpointId)
    expect(await watchHealth()).toBe(0)
    expect(await kinds()).toEqual([])
  })
})

describe('the end', () => {
  it('disables once among many processes, cancels what is pending, and is on record', async () => {
    await failFrom(5 * DAY + HOUR, 2_000)
    const event = await makeEvent(store, { at: ago(1_000) })
    await Promise.all(Array.from({ length: 6 }, () => watchHealth()))
    expect(await kinds()).toEqual(['disabled_failing'])
    expect(await reasonOf()).toBe('failing')
    const { rows } = await pool().query(
      'SELECT status, last_error FROM finished_delivery WHERE store_id = $1 AND event_id = $2',
      [store.id, event.id],
    )
    expect(rows).toEqual([{ status: 'cancelled', last_error: 'endpoint_disabled' }])
    const audit = await pool().query(
      'SELECT actor, action, target, changes FROM audit_entry WHERE store_id = $1',
      [store.id],
    )
    expect(audit.rows).toEqual([
      {
        actor: 'system',
        action: 'endpoint.disabled',
        target: `endpoint:${endpointId}`,
        changes: { reason: 'failing' },
      },
    ])
    const pauses = await pool().query('SELECT ended_at FROM endpoint_pause WHERE endpoint_id = $1', [
      endpointId,
    ])
    expect(pauses.rows).toEqual([{ ended_at: null }])
    expect(await watchHealth()).toBe(0)
    expect(await findBrokenInvariants(pool())).toEqual([])
  })

  it('does not come where a delivery succeeds right before', async () => {
    await failFrom(6 * DAY, HOUR)
    const connection = await hotPool().connect()
    try {
      await connection.query('BEGIN')
      // As the statement that records a success does, not committed yet: the watch has to wait for it.
      await connection.query(
        `UPDATE endpoint_health SET failing_since = NULL, consecutive_failures = 0 WHERE shard = $1 AND endpoint_id = $2`,
        [store.shard, endpointId],
      )
      const watch = watchHealth()
      await expect
        .poll(async () => {
          const { rows } = await pool().query(
            `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
          )
          return rows[0]?.count
        })
        .toBe(1)
      await connection.query('COMMIT')
      expect(await watch).toBe(0)
    } finally {
      connection.release()
    }
    expect(await reasonOf()).toBeNull()
    expect(await kinds()).toEqual([])
  })

  it('begins anew after enabling, with no word of a recovery', async () => {
    await failFrom(6 * DAY, HOUR)
    await watchHealth()
    expect(await reasonOf()).toBe('failing')
    await enableEndpoint(store.id, endpointId)
    await attempt(ago(500), true)
    expect(await watchHealth()).toBe(0)
    await attempt(ago(400), false)
    expect(await watchHealth()).toBe(0)
    expect(await kinds()).toEqual(['disabled_failing'])
  })

  it('tells of a receiver that is gone, once', async () => {
    const results = await Promise.all([
      disableGone(store.id, endpointId),
      disableGone(store.id, endpointId),
      disableGone(store.id, endpointId),
    ])
    expect(results.filter(Boolean)).toHaveLength(1)
    expect(await told()).toMatchObject([
      { kind: 'disabled_gone', details: { name: 'Test endpoint', failure: { httpStatus: 410 } } },
    ])
  })
})

describe('recovery', () => {
  it('is told once where it had been warned of', async () => {
    await failFrom(3 * DAY, HOUR)
    await watchHealth()
    await attempt(ago(1_000), true)
    const steps = await Promise.all(Array.from({ length: 4 }, () => watchHealth()))
    expect(steps.reduce((sum, step) => sum + step, 0)).toBe(1)
    expect(await kinds()).toEqual(['failing_50', 'recovered'])
    const [warning, recovered] = await told()
    expect(recovered?.details.failingSince).toBe(warning?.details.failingSince)
  })

  it('is told where it fails anew by then, whose countdown begins anew', async () => {
    await failFrom(3 * DAY, HOUR)
    await watchHealth()
    await attempt(ago(2_000), true)
    await attempt(ago(1_000), false)
    await watchHealth()
    expect(await watchHealth()).toBe(0)
    expect(await kinds()).toEqual(['failing_50', 'recovered'])
  })

  it('is not told where nothing had been', async () => {
    await failFrom(2 * DAY, HOUR)
    await attempt(ago(1_000), true)
    expect(await watchHealth()).toBe(0)
    expect(await kinds()).toEqual([])
  })
})

describe('a snooze', () => {
  it('puts the end off by 24 h each time, and holds the disabling back', async () => {
    await failFrom(4 * DAY, HOUR)
    const context = contextOf(store)
    const first = (await listDisableTimes(context)).get(endpointId)
    const second = await snoozeEndpoint(context, endpointId)
    expect(second.getTime() - (first?.getTime() ?? 0)).toBe(DAY)
    expect((await snoozeEndpoint(context, endpointId)).getTime() - second.getTime()).toBe(DAY)
    expect((await getEndpointStanding(context, endpointId)).countdown).toMatchObject({
      isSnoozed: true,
      isOver: false,
    })

    await hotPool().query(`UPDATE endpoint_health SET failing_since = failing_since - interval '2 days'`)
    await watchHealth()
    expect(await kinds()).toEqual(['failing_90'])
    await hotPool().query(`UPDATE endpoint_health SET snoozed_until = last_failure_at`)
    await watchHealth()
    expect(await kinds()).toEqual(['failing_90', 'disabled_failing'])
  })

  it('counts from now where the time is over, and goes 30 days ahead at most', async () => {
    await failFrom(9 * DAY, 6 * DAY)
    const context = contextOf(store)
    const until = await snoozeEndpoint(context, endpointId)
    expect(Math.abs(until.getTime() - Date.now() - DAY)).toBeLessThan(60_000)
    for (let times = 0; times < 40; times++) await snoozeEndpoint(context, endpointId)
    const furthest = await snoozeEndpoint(context, endpointId)
    expect(Math.abs(furthest.getTime() - Date.now() - 30 * DAY)).toBeLessThan(60_000)
  })

  it('ends with a success', async () => {
    await failFrom(4 * DAY, HOUR)
    const context = contextOf(store)
    await snoozeEndpoint(context, endpointId)
    await attempt(ago(2_000), true)
    await attempt(ago(1_000), false)
    expect((await getEndpointStanding(context, endpointId)).countdown).toMatchObject({ isSnoozed: false })
  })

  it('is refused of another store’s, of what is well, and of what is disabled', async () => {
    await failFrom(4 * DAY, HOUR)
    const stranger = contextOf(await makeStore(store.shard))
    await expect(snoozeEndpoint(stranger, endpointId)).rejects.toMatchObject({ code: 'not_found' })
    await disableEndpoint(store.id, endpointId, 'manual')
    const refused = { code: 'endpoint_unavailable' }
    await expect(snoozeEndpoint(contextOf(store), endpointId)).rejects.toMatchObject(refused)
    await enableEndpoint(store.id, endpointId)
    await expect(snoozeEndpoint(contextOf(store), endpointId)).rejects.toMatchObject(refused)
  })
})

it('reads the index of what fails alone', async () => {
  await hotPool().query(
    `INSERT INTO endpoint_health (shard, endpoint_id, consecutive_failures, failing_since, last_failure_at, warned_percent)
     SELECT 3, gen_random_uuid(), 0, CASE WHEN n % 100 = 0 THEN now() - interval '1 hour' END, now(), 0
     FROM generate_series(1, 20000) n`,
  )
  await hotPool().query('ANALYZE endpoint_health')
  const { watchStatement } = await import('@/lib/db/watched-endpoints')
  const { rows } = await pool().query<{ 'QUERY PLAN': string }>(
    `EXPLAIN ${watchStatement.replaceAll('$1', '432000000').replaceAll('$2', '200')}`,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan.match(/endpoint_health_failing_idx/g)).toHaveLength(2)
  expect(plan).not.toContain('Seq Scan on endpoint_health')
})
