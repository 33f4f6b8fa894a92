import type { Receiver } from '@/lib/testing/fake-receiver'
import { Api } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const ABSENT = '0'.repeat(26)

async function getResend(api: Api, id: string | null) {
  return (await api.expect(200, shapes.resend, 'GET', `/2025-09/resends/${id}`)).resend
}

async function start(api: Api, body: object, key?: string) {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
  return (await api.expect(202, shapes.resend, 'POST', '/2025-09/resends', { body, headers })).resend
}

/** An endpoint whose deliveries have failed, and whose receiver is well again. */
async function makeFailed(api: Api, receiver: Receiver, count: number) {
  // Of 500s the circuit breaker would hold most back.
  receiver.setBehaviour((_, response) => void response.writeHead(404).end('no'))
  const { id } = await api.createEndpoint({ url: receiver.url, retry_policy: 'none' })
  const eventIds = await api.sendEvents('order.shipped', count)
  const failed = async () =>
    (await api.listDeliveries({ endpoint_id: id, status: 'failed' })).filter((each) => !each.test)
  await expect.poll(async () => (await failed()).length).toBe(count)
  receiver.setBehaviour((_, response) => void response.end('ok'))
  return { id, eventIds, failed: await failed() }
}

test('what failed is counted, then sent once more, and the job says what came of it', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id, eventIds } = await makeFailed(api, receiver, 30)
  const before = receiver.requests.length
  const filter = { endpoint_id: id, status: 'failed' }

  const plan = await start(api, { filter, dry_run: true, rate: 20 })
  expect(plan).toMatchObject({
    id: null,
    kind: 'resend',
    dry_run: true,
    status: null,
    total: 30,
    has_more: false,
    estimated_seconds: 2,
    filter,
    by_endpoint: [{ endpoint_id: id, count: 30 }],
    excluded: { test_send: 1, already_delivered: 0 },
  })
  expect(receiver.requests).toHaveLength(before)

  const job = await start(api, { filter, rate: 200 })
  expect(job).toMatchObject({ total: 30, rate: 200, dry_run: false, endpoint_id: id })
  await expect.poll(async () => (await getResend(api, job.id)).status).toBe('completed')
  expect(await getResend(api, job.id)).toMatchObject({
    sent: 30,
    succeeded: 30,
    failed: 0,
    skipped: 0,
    cancelled: 0,
  })
  const sent = withoutTests(receiver.requests.slice(before)).map(({ headers }) => headers['webhook-id'])
  expect(sent.sort()).toEqual(eventIds.sort())
  const of = await api.listDeliveries({ resend_id: job.id ?? '' })
  expect(of).toHaveLength(30)
  expect(new Set(of.map(({ status, trigger }) => `${status} by ${trigger}`))).toEqual(
    new Set(['delivered by resend']),
  )

  expect(await start(api, { filter: { endpoint_id: id }, dry_run: true })).toMatchObject({
    total: 0,
    excluded: { already_delivered: 30 },
  })
  expect(await start(api, { filter: { ...filter, status: 'delivered' }, dry_run: true })).toMatchObject({
    total: 30,
  })
})

test('named deliveries are resent; a key starts a job once; other content under it is refused', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { failed } = await makeFailed(api, receiver, 3)
  const [one, two] = failed.map(({ id }) => id)
  const body = { filter: { delivery_ids: [one, two] } }
  const job = await start(api, body, 'resend-named')
  expect(job).toMatchObject({ total: 2, rate: 10, filter: { delivery_ids: [one, two] } })
  expect(await start(api, body, 'resend-named')).toMatchObject({ id: job.id })
  const headers = { 'idempotency-key': 'resend-named' }
  const other = { body: { filter: { delivery_ids: [one] } }, headers }
  expect(await api.refused(409, 'POST', '/2025-09/resends', other)).toMatchObject({
    code: 'idempotency_conflict',
  })
  await expect.poll(async () => (await getResend(api, job.id)).succeeded).toBe(2)
})

test('a job is cancelled, and what it had not sent stays as it was', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await makeFailed(api, receiver, 20)
  const job = await start(api, { filter: { endpoint_id: id, status: 'failed' }, rate: 1 })
  await expect.poll(async () => (await getResend(api, job.id)).succeeded).toBeGreaterThan(0)
  const path = `/2025-09/resends/${job.id}/cancel`
  const { resend } = await api.expect(200, shapes.resend, 'POST', path)
  expect(resend.status).toBe('cancelled')
  await expect.poll(async () => (await getResend(api, job.id)).finished_at).not.toBeNull()
  const over = await getResend(api, job.id)
  expect(over.sent).toBeLessThan(20)
  const failed = await api.listDeliveries({ endpoint_id: id, status: 'failed' })
  expect(failed.filter((each) => !each.test)).toHaveLength(20 - over.succeeded)
  await api.expect(200, shapes.resend, 'POST', path)
})

test('an endpoint catches up with what it missed while it was disabled', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  const path = `/2025-09/webhook_endpoints/${id}`
  const setStatus = (status: string) => api.expect(200, shapes.endpoint, 'PATCH', path, { body: { status } })
  await setStatus('disabled')
  const missed = await api.sendEvents('order.shipped', 12)
  expect(await api.refused(409, 'POST', `${path}/catch_up`)).toMatchObject({ code: 'endpoint_unavailable' })
  await setStatus('enabled')

  const dry = await api.expect(202, shapes.resend, 'POST', `${path}/catch_up`, { body: { dry_run: true } })
  expect(dry.resend).toMatchObject({ kind: 'catch_up', dry_run: true, total: 12, endpoint_id: id })
  const call = { body: { rate: 100 }, headers: { 'idempotency-key': 'catch-up' } }
  const { resend: job } = await api.expect(202, shapes.resend, 'POST', `${path}/catch_up`, call)
  const again = await api.expect(202, shapes.resend, 'POST', `${path}/catch_up`, call)
  expect(again.resend.id).toBe(job.id)
  await expect.poll(async () => (await getResend(api, job.id)).status, { timeout: 20_000 }).toBe('completed')
  expect(await getResend(api, job.id)).toMatchObject({ total: 12, sent: 12, succeeded: 12 })
  const got = withoutTests(receiver.requests).map(({ headers }) => headers['webhook-id'])
  expect(got.toSorted()).toEqual(missed.toSorted())
  const log = await api.listDeliveries({ endpoint_id: id, event_type: 'order.shipped' })
  expect(new Set(log.filter((each) => !each.test).map(({ trigger }) => trigger))).toEqual(
    new Set(['catch_up']),
  )

  const { resend: second } = await api.expect(202, shapes.resend, 'POST', `${path}/catch_up`)
  expect(second.total).toBe(0)
  await api.call('DELETE', path)
  await api.refused(409, 'POST', `${path}/catch_up`)
})

test('what cannot be resent is refused by its field, scope or store', async ({ api, otherApi, shopbell }) => {
  const refused: [body: unknown, pointer: string][] = [
    [{ filter: {} }, '/filter'],
    [{ filter: { include_delivered: true } }, '/filter'],
    [{}, '/filter'],
    [{ filter: { endpoint_id: 'nonsense' } }, '/filter/endpoint_id'],
    [{ filter: { delivery_ids: [] } }, '/filter/delivery_ids'],
    [{ filter: { delivery_ids: ['dlv_x'] } }, '/filter/delivery_ids/0'],
    [{ filter: { status: 'lost' } }, '/filter/status'],
    [{ filter: { since: 'yesterday' } }, '/filter/since'],
    [{ filter: { status: 'failed' }, rate: 0 }, '/rate'],
    [{ filter: { status: 'failed' }, rate: 1_001 }, '/rate'],
    [{ filter: { status: 'failed', unknown: 1 } }, '/filter/unknown'],
  ]
  for (const [body, pointer] of refused) {
    const problem = await api.refused(422, 'POST', '/2025-09/resends', { body })
    expect(
      problem.errors?.map((error) => error.pointer),
      JSON.stringify(body),
    ).toContain(pointer)
  }
  const job = await start(api, { filter: { status: 'cancelled', q: `evt_${ABSENT}` } })
  for (const [method, path] of [
    ['GET', `/2025-09/resends/${job.id}`],
    ['POST', `/2025-09/resends/${job.id}/cancel`],
    ['GET', `/2025-09/resends/rs_${ABSENT}`],
    ['GET', '/2025-09/resends/nonsense'],
  ] as const) {
    expect(await otherApi.refused(404, method, path)).toMatchObject({ code: 'not_found' })
  }
  const scopes = ['--store', 'journey', '--name', 'reader', '--scopes', 'deliveries:read']
  const reader = new Api(shopbell.url, (await shopbell.npmRun('token:create', ...scopes)).trim())
  expect((await getResend(reader, job.id)).id).toBe(job.id)
  await reader.refused(403, 'POST', '/2025-09/resends', { body: { filter: { status: 'failed' } } })
  await reader.refused(403, 'POST', `/2025-09/resends/${job.id}/cancel`)
  await reader.refused(403, 'POST', `/2025-09/webhook_endpoints/we_${ABSENT}/catch_up`)
})
