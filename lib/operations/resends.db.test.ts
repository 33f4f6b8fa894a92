import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hotPool, pool } from '@/lib/db/client'
import { notePause } from '@/lib/db/endpoint-pauses'
import { deleteEndpoint, disableEndpoint, enableEndpoint } from '@/lib/db/endpoint-state'
import { leaseResends } from '@/lib/db/lease-resends'
import { listShards } from '@/lib/db/stores'
import { Sender } from '@/lib/delivery/sender'
import { cloneTestDatabase, makeEndpoint, makeStore } from '@/lib/testing/database'
import { claimAll, makeEvent, outcomeOf, recordOutcome } from '@/lib/testing/delivery-history'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import { countMissed, startCatchUp } from './catch-up'
import type { StoreContext } from './context'
import { getDelivery, resendDelivery } from './deliveries'
import { drainDueDeliveries } from './drain'
import { LogSource } from './log-source'
import { planResend } from './resend-plan'
import { ResendRunner } from './resend-runner'
import { cancelResend, getResend, getResendScreen, type ResendJob, startResend } from './resends'

cloneTestDatabase()

const HOUR = 3_600_000
const FAST = { rate: 1_000, key: null }

let store: Awaited<ReturnType<typeof makeStore>>
let context: StoreContext
let receiver: Receiver
let erp: string
let sender: Sender
const runners: ResendRunner[] = []

beforeEach(async () => {
  store = await makeStore()
  const { id: storeId, shard, timeZone } = store
  context = { storeId, storeSlug: 'test', shard, timeZone, actor: 'user:1', requestId: null }
  receiver = await startReceiver()
  erp = await makeEndpoint(store.id, { url: receiver.url })
  sender = new Sender({
    retryPolicies: { standard: [20, 20], short: [20], none: [] },
    random: () => 0.5,
    concurrency: 64,
    listShards,
    onGone: async (id, endpointId) => void (await disableEndpoint(id, endpointId, 'gone')),
  })
  globalThis.shopbellSender = sender
})

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  await sender.stop()
  globalThis.shopbellSender = undefined
  await receiver.close()
  expect(await findBrokenInvariants(pool())).toEqual([])
  // What a test left running is no other test's.
  await hotPool().query('UPDATE resend SET leased_until = now() + $1::interval WHERE finished_at IS NULL', [
    '1 day',
  ])
})

function startRunner(): ResendRunner {
  const runner = new ResendRunner()
  runners.push(runner)
  runner.start()
  return runner
}

async function makeEvents(count: number, ageMs: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await makeEvent(store, { at: new Date(Date.now() - ageMs + index) })
    ids.push(id)
  }
  return ids
}

/** Deliveries of past events that failed for good, oldest first. */
async function makeFailed(count: number, endpointIds = [erp], ageMs = HOUR): Promise<string[]> {
  await makeEvents(count, ageMs)
  const claims = await claimAll(store, endpointIds)
  for (const claim of claims) {
    await recordOutcome(store, claim, outcomeOf(500, 'http_error'), { kind: 'failed' }, claim.occurredAt)
  }
  return claims.map(({ id }) => id).sort()
}

async function finished({ id }: ResendJob): Promise<ResendJob> {
  await expect.poll(async () => (await getResend(context, id)).finishedAt, { timeout: 20_000 }).not.toBeNull()
  return getResend(context, id)
}

async function statusesOf(ids: readonly string[]): Promise<string[]> {
  return Promise.all(ids.map(async (id) => (await getDelivery(context, id)).delivery.status))
}

async function countPending(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pending_delivery WHERE store_id = $1',
    [store.id],
  )
  return rows[0]?.count ?? 0
}

describe('the plan of a bulk resend', () => {
  it('counts what would be sent by endpoint, and why the rest would not', async () => {
    const off = await makeEndpoint(store.id, { url: receiver.url })
    await makeFailed(3, [erp, off])
    await makeEvents(1, 2 * HOUR)
    const [claim] = await claimAll(store, [erp])
    if (!claim) throw new Error('nothing to claim')
    await recordOutcome(store, claim, outcomeOf(200), { kind: 'delivered' }, claim.occurredAt)
    // As old as the log still shows, and too old to be sent.
    const old = await makeEvent(store, { at: new Date(Date.now() - 31 * 24 * HOUR) })
    for (const { id, endpointId } of old.deliveries) {
      const late = { ...claim, id, endpointId, eventId: old.id, claims: 0 }
      await recordOutcome(store, late, outcomeOf(500, 'http_error'), { kind: 'failed' }, new Date())
    }
    await makeEvent(store, { at: new Date(), testEndpointId: erp })
    await disableEndpoint(store.id, off, 'manual')
    await makeEvents(2, 1_000)

    const filter = { since: new Date(Date.now() - 32 * 24 * HOUR).toISOString() }
    const plan = await planResend(context, filter)
    expect(plan).toMatchObject({
      total: 3,
      hasMore: false,
      byEndpoint: [{ endpointId: erp, count: 3 }],
      excluded: {
        already_delivered: 1,
        in_flight: 2,
        endpoint_unavailable: 5,
        payload_gone: 1,
        test_send: 1,
      },
    })
    expect(await planResend(context, { ...filter, includeDelivered: true })).toMatchObject({ total: 4 })
    expect(await planResend(context, { status: 'delivered' })).toMatchObject({ total: 1 })
    expect(await planResend(context, { endpointId: off })).toMatchObject({ total: 0 })
    const one = await planResend(context, { deliveryIds: [claim.id], includeDelivered: true })
    expect(one).toMatchObject({ total: 1 })
  })

  it.each([{ q: 'a\0b' }, { q: '\ud800' }, { eventType: 'order\0' }, { eventType: '\udfff' }])(
    'refuses %j, which its job could not keep',
    async (filter) => {
      const expected = { code: 'validation_failed', fields: [{ code: 'invalid' }] }
      await expect(planResend(context, filter)).rejects.toMatchObject(expected)
      await expect(startResend(context, filter, { rate: 1, key: null })).rejects.toMatchObject(expected)
    },
  )

  it('says until when an endpoint of it is paused', async () => {
    const well = await makeEndpoint(store.id, { url: receiver.url })
    await makeFailed(2, [erp, well])
    await notePause(hotPool(), store.shard, erp, 300_000)
    const { byEndpoint } = await planResend(context, { status: 'failed' })
    const pauseOf = (id: string) => byEndpoint.find(({ endpointId }) => endpointId === id)?.pausedUntil
    expect(pauseOf(erp)?.getTime()).toBeGreaterThan(Date.now() + 200_000)
    expect(pauseOf(well)).toBeNull()
  })

  it('refuses to resend everything there is', async () => {
    for (const filter of [{}, { includeDelivered: true }, { endpointId: undefined }]) {
      await expect(planResend(context, filter)).rejects.toMatchObject({ code: 'validation_failed' })
    }
  })
})

describe('a bulk resend', () => {
  it('sends each once more, oldest first, and counts what came of it', async () => {
    const ids = await makeFailed(40)
    receiver.setBehaviour((_, response) => void response.writeHead(200).end())
    sender.start()
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    expect(job).toMatchObject({ total: 40, sent: 0, status: 'running' })
    expect(await finished(job)).toMatchObject({
      status: 'completed',
      sent: 40,
      succeeded: 40,
      failed: 0,
      skipped: 0,
    })
    expect(receiver.requests).toHaveLength(40)
    expect(new Set(await statusesOf(ids))).toEqual(new Set(['delivered']))
    const { delivery, attempts } = await getDelivery(context, ids[0] ?? '')
    expect(delivery).toMatchObject({ trigger: 'resend', resendId: job.id, firstStatus: 'failed' })
    expect(attempts.at(-1)).toMatchObject({ trigger: 'resend', actor: 'user:1', resendId: job.id })
  })

  it('follows the endpoint’s retry policy, and says of a cancelled one that it failed', async () => {
    await makeEvents(1, HOUR)
    await disableEndpoint(store.id, erp, 'manual')
    await enableEndpoint(store.id, erp)
    const ids = await makeFailed(1, [erp], HOUR / 2)
    receiver.setBehaviour((_, response) => void response.writeHead(503).end())
    sender.start()
    startRunner()
    const job = await finished(await startResend(context, { endpointId: erp }, FAST))
    expect(job).toMatchObject({ sent: 2, failed: 2, succeeded: 0 })
    expect(receiver.requests).toHaveLength(6)
    const { attempts } = await getDelivery(context, ids[0] ?? '')
    expect(attempts.map(({ trigger }) => trigger)).toEqual(['event', 'resend', 'retry', 'retry'])
    const { rows } = await pool().query<{ status: string }>(
      'SELECT status FROM finished_delivery WHERE store_id = $1 AND resend_id = $2',
      [store.id, job.id],
    )
    expect(rows.map(({ status }) => status)).toEqual(['failed', 'failed'])
  })

  it('is gone on with by another runner where one died, without a gap or a repeat', async () => {
    await makeFailed(12)
    const job = await startResend(context, { status: 'failed' }, FAST)
    const [dead] = await leaseResends(hotPool(), 10)
    if (dead?.job.kind !== 'resend') throw new Error('no job')
    const source = new LogSource(dead.job)
    const step = await source.step(dead.lease, 5)
    expect(step).toMatchObject({ queued: 5 })
    if (!step) throw new Error('no step')
    await hotPool().query('UPDATE resend SET leased_until = now() WHERE id = $1', [job.id])

    sender.start()
    startRunner()
    expect(await finished(job)).toMatchObject({ sent: 12, succeeded: 12 })
    expect(receiver.requests).toHaveLength(12)
    expect(await new LogSource(dead.job).step(step.lease, 5), 'what the dead one still does').toBeNull()
    expect(receiver.requests).toHaveLength(12)
  })

  it('is worked off by calls of the cron route alone', async () => {
    await makeFailed(20)
    const job = await startResend(context, { status: 'failed' }, FAST)
    expect(await drainDueDeliveries(10_000)).toMatchObject({ delivered: 20, remaining: 0 })
    await drainDueDeliveries(1_000)
    expect(await finished(job)).toMatchObject({ sent: 20, succeeded: 20 })
  })

  it('keeps to its rate', async () => {
    await makeFailed(12)
    sender.start()
    startRunner()
    const job = await finished(await startResend(context, { status: 'failed' }, { rate: 10, key: null }))
    const tookMs = (job.finishedAt?.getTime() ?? 0) - job.createdAt.getTime()
    expect(job.succeeded).toBe(12)
    expect(tookMs).toBeGreaterThan(850)
  })

  it('lets fresh events go first, and has no more waiting than the endpoint’s cap', async () => {
    await hotPool().query('UPDATE endpoint SET concurrency = 3 WHERE id = $1', [erp])
    await makeFailed(20)
    // Nobody sends yet.
    await makeEvents(5, 0)
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    await expect
      .poll(async () => (await getResend(context, job.id)).sent === 0 && (await isLeased(job)))
      .toBe(true)
    expect(await countPending()).toBe(5)
    await sender.drain(10_000)
    expect(receiver.requests.length).toBeGreaterThanOrEqual(5)
    await expect
      .poll(async () => (await countPending()) > 0 || (await getResend(context, job.id)).sent === 20)
      .toBe(true)
    expect(await countPending()).toBeLessThanOrEqual(3)
    sender.start()
    await finished(job)
    expect(receiver.requests).toHaveLength(25)
  })

  it('does not let one endpoint that hangs hold up another', async () => {
    const hanging = await startReceiver({ handler: () => {} })
    const slow = await makeEndpoint(store.id, { url: hanging.url, concurrency: 2 })
    const ids = await makeFailed(10, [erp, slow])
    sender.start()
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    expect(ids).toHaveLength(20)
    await receiver.waitFor(10)
    expect((await getResend(context, job.id)).sent).toBeLessThanOrEqual(14)
    await deleteEndpoint(store.id, slow)
    await hanging.close()
    const { sent, skipped, cancelled } = await finished(job)
    expect([sent + skipped, cancelled > 0 || skipped > 0]).toEqual([20, true])
  })

  it('ends with the endpoint that is disabled midway: what waits is cancelled, the rest skipped', async () => {
    const ids = await makeFailed(20)
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    await expect.poll(countPending).toBe(8)
    await disableEndpoint(store.id, erp, 'manual')
    expect(await finished(job)).toMatchObject({
      status: 'completed',
      sent: 8,
      cancelled: 8,
      skipped: 12,
      succeeded: 0,
    })
    expect(new Set(await statusesOf(ids))).toEqual(new Set(['failed']))
  })

  it('is cancelled: nothing more is queued, what waits ends as it was, what is in flight ends by itself', async () => {
    await makeFailed(30)
    const held: (() => void)[] = []
    receiver.setBehaviour((_, response) => void held.push(() => response.writeHead(500).end()))
    sender.start()
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    await receiver.waitFor(8)
    const cancelled = await cancelResend(context, job.id)
    expect(cancelled).toMatchObject({ status: 'cancelled', finishedAt: null })
    receiver.setBehaviour((_, response) => void response.writeHead(500).end())
    for (const release of held) release()
    const over = await finished(job)
    expect(over).toMatchObject({ status: 'cancelled', sent: 8, succeeded: 0 })
    expect(over.failed + over.cancelled).toBe(8)
    expect(await countPending()).toBe(0)
    expect(await cancelResend(context, job.id), 'once more').toMatchObject({ cancelled: over.cancelled })
    const { rows } = await pool().query('SELECT action FROM audit_entry WHERE target = $1 ORDER BY id', [
      `resend:${job.id}`,
    ])
    expect(rows).toEqual([{ action: 'resend.started' }, { action: 'resend.cancelled' }])
  })

  it('never sends a delivery twice with another job, and skips what arrived since', async () => {
    const ids = await makeFailed(30)
    const jobs = await Promise.all([
      startResend(context, { status: 'failed' }, FAST),
      startResend(context, { deliveryIds: ids }, FAST),
    ])
    sender.start()
    startRunner()
    startRunner()
    const over = await Promise.all(jobs.map(finished))
    expect(receiver.requests).toHaveLength(30)
    expect(over.reduce((sum, { sent }) => sum + sent, 0)).toBe(30)
    expect(over.map(({ sent, skipped }) => sent + skipped)).toEqual([30, 30])
  })

  it('leaves a click in between its own: one attempt now, then the job’s schedule', async () => {
    const [id = ''] = await makeFailed(1)
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    await expect.poll(countPending).toBe(1)
    await resendDelivery({ ...context, actor: 'user:2' }, id)
    receiver.setBehaviour((_, response) => void response.writeHead(500).end())
    sender.start()
    expect(await finished(job)).toMatchObject({ sent: 1, failed: 1 })
    const { attempts } = await getDelivery(context, id)
    expect(attempts.map(({ trigger, actor }) => [trigger, actor])).toEqual([
      ['event', null],
      ['resend', 'user:2'],
      ['retry', null],
      ['retry', null],
      ['retry', null],
    ])
  })

  it('is started once for a key', async () => {
    await makeFailed(2)
    const ask = (filter: object, rate = 10) => startResend(context, filter, { rate, key: 'click-1' })
    const jobs = await Promise.all([
      ask({ status: 'failed' }),
      ask({ status: 'failed' }),
      ask({ status: 'failed' }),
    ])
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1)
    await expect(ask({ status: 'failed' }, 20)).rejects.toMatchObject({ code: 'idempotency_conflict' })
    await expect(ask({ status: 'cancelled' })).rejects.toMatchObject({ code: 'idempotency_conflict' })
    await cancelResend(context, jobs[0]?.id ?? '')
  })
})

describe('the page of a job', () => {
  it('says what holds it up: a pause, and what goes before it; of a cancelled one, what was never queued', async () => {
    const well = await makeEndpoint(store.id, { url: receiver.url, eventTypes: ['order.paid'] })
    await makeFailed(5)
    const job = await startResend(context, { status: 'failed' }, FAST)
    expect(await getResendScreen(context, job.id)).toMatchObject({ waiting: 5, pending: 0, holdUps: [] })

    await notePause(hotPool(), store.shard, erp, 300_000)
    await notePause(hotPool(), store.shard, well, 300_000)
    const alone = await getResendScreen(context, job.id)
    expect(alone.holdUps).toEqual([
      {
        endpointId: erp,
        endpointName: 'Test endpoint',
        pausedUntil: expect.any(Date),
        ahead: 0,
        hasMoreAhead: false,
      },
    ])
    await makeEvents(3, 60_000)
    const behind = await getResendScreen(context, job.id)
    expect(behind.holdUps).toMatchObject([{ endpointId: erp, pausedUntil: expect.any(Date), ahead: 3 }])
    await notePause(hotPool(), store.shard, erp, null)
    const unpaused = await getResendScreen(context, job.id)
    expect(unpaused.holdUps).toMatchObject([{ pausedUntil: null, ahead: 3 }])

    await cancelResend(context, job.id)
    const cancelled = await getResendScreen(context, job.id)
    expect(cancelled).toMatchObject({ status: 'cancelled', total: 5, sent: 0, waiting: 5, holdUps: [] })
  })

  it('does not take its own for what goes before it, and tells of a pause while any of them wait for it', async () => {
    await makeFailed(3)
    startRunner()
    const job = await startResend(context, { status: 'failed' }, FAST)
    await expect.poll(async () => (await getResend(context, job.id)).sent).toBe(3)
    const queued = await getResendScreen(context, job.id)
    expect(queued).toMatchObject({ waiting: 0, pending: 3, holdUps: [] })
    await notePause(hotPool(), store.shard, erp, 300_000)
    const paused = await getResendScreen(context, job.id)
    expect(paused.holdUps).toMatchObject([{ endpointId: erp, pausedUntil: expect.any(Date), ahead: 0 }])
    await hotPool().query(
      "UPDATE pending_delivery SET due_at = now() + interval '1 hour' WHERE resend_id = $1",
      [job.id],
    )
    expect((await getResendScreen(context, job.id)).holdUps).toEqual([])
  })
})

describe('a catch-up', () => {
  /** Disables the endpoint, as if it had been so for an hour. */
  async function pauseEndpoint(): Promise<void> {
    await disableEndpoint(store.id, erp, 'manual')
    await hotPool().query(
      `UPDATE endpoint_pause SET started_at = now() - interval '1 hour' WHERE endpoint_id = $1 AND ended_at IS NULL`,
      [erp],
    )
    await hotPool().query(`UPDATE endpoint SET created_at = now() - interval '3 hours' WHERE id = $1`, [erp])
  }

  it('delivers what was missed, oldest first, and what was cancelled, under its own id', async () => {
    const before = await makeEvents(3, 2 * HOUR)
    await pauseEndpoint()
    const missed = await makeEvents(20, HOUR / 2)
    await makeEvent(store, { at: new Date(Date.now() - HOUR / 2), type: 'order.paid' })
    await makeEvent(store, { at: new Date(Date.now() - HOUR / 2), testEndpointId: erp })
    expect(await countMissed(context, erp)).toEqual({ total: 23, hasMore: false })
    await expect(startCatchUp(context, erp, FAST)).rejects.toMatchObject({ code: 'endpoint_unavailable' })
    await enableEndpoint(store.id, erp)
    await hotPool().query('UPDATE endpoint SET concurrency = 1 WHERE id = $1', [erp])
    sender.start()
    startRunner()
    const job = await startCatchUp(context, erp, FAST)
    expect(job).toMatchObject({ kind: 'catch_up', total: 23 })
    expect(await startCatchUp(context, erp, FAST), 'asked again').toMatchObject({ id: job.id })
    expect(await finished(job)).toMatchObject({ status: 'completed', sent: 23, succeeded: 23, skipped: 0 })
    const events = receiver.requests
      .filter(({ rawBody }) => !rawBody.includes('"test":true'))
      .map(({ headers }) => headers['webhook-id'])
    expect(events).toHaveLength(23)
    expect(events).toEqual([...events].sort())
    expect(await countMissed(context, erp)).toEqual({ total: 0, hasMore: false })
    const { rows } = await pool().query<{ trigger: string; first: string; count: number }>(
      `SELECT last_trigger AS trigger, first_status AS first, count(*)::int AS count FROM finished_delivery
       WHERE endpoint_id = $1 AND resend_id = $2 AND event_id = ANY ($3) GROUP BY 1, 2 ORDER BY 2`,
      [erp, job.id, [...before, ...missed]],
    )
    expect(rows).toEqual([
      { trigger: 'catch_up', first: 'cancelled', count: 3 },
      { trigger: 'catch_up', first: 'delivered', count: 20 },
    ])
    expect(await finished(await startCatchUp(context, erp, FAST)), 'a second one').toMatchObject({
      total: 0,
      sent: 0,
    })
  })

  it('that is cancelled leaves what it had not sent to the next one', async () => {
    await pauseEndpoint()
    await makeEvents(20, HOUR / 2)
    await enableEndpoint(store.id, erp)
    startRunner()
    const job = await startCatchUp(context, erp, FAST)
    await expect.poll(countPending).toBe(8)
    await cancelResend(context, job.id)
    expect(await finished(job)).toMatchObject({ status: 'cancelled', sent: 8, cancelled: 8 })
    expect(await countMissed(context, erp)).toEqual({ total: 20, hasMore: false })
    sender.start()
    expect(await finished(await startCatchUp(context, erp, FAST))).toMatchObject({ total: 20, succeeded: 20 })
    expect(receiver.requests).toHaveLength(20)
  })

  it('whose endpoint is disabled midway is gone on with by the next one', async () => {
    await pauseEndpoint()
    await makeEvents(20, HOUR / 2)
    await enableEndpoint(store.id, erp)
    startRunner()
    const job = await startCatchUp(context, erp, FAST)
    await expect.poll(countPending).toBe(8)
    await disableEndpoint(store.id, erp, 'manual')
    expect(await finished(job)).toMatchObject({ sent: 8, cancelled: 8, skipped: 12 })
    await enableEndpoint(store.id, erp)
    sender.start()
    const next = await finished(await startCatchUp(context, erp, FAST))
    expect(next).toMatchObject({ total: 20, sent: 20, succeeded: 20 })
    expect(receiver.requests).toHaveLength(20)
  })
})

async function isLeased({ id }: ResendJob): Promise<boolean> {
  const { rows } = await pool().query<{ leased: boolean }>(
    'SELECT leased_until > now() AS leased FROM resend WHERE id = $1',
    [id],
  )
  return rows[0]?.leased ?? false
}
