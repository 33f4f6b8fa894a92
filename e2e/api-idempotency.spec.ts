import { type Api, problemOf } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { shapes } from './fixtures/shapes'

const PARALLEL = 20
const ENDPOINTS = '/2025-09/webhook_endpoints'

function body(url: string, name = 'Once') {
  return { name, api_version: '2025-09', url, event_types: ['order.shipped'] }
}

function keyed(key: string) {
  return { headers: { 'idempotency-key': key } }
}

/** Asks for the same at once, over both names of the API; all answers must have this status. */
async function askAtOnce(api: Api, status: number, path: string, call: Parameters<Api['call']>[2]) {
  const paths = [path, `/api${path}`, `${path}/`]
  const answers = await Promise.all(
    Array.from({ length: PARALLEL }, (_, number) =>
      api.call('POST', paths[number % paths.length] ?? path, call),
    ),
  )
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status))
  return answers.map((answer) => answer.json)
}

test('equal requests with a key make one endpoint, shown as it is now', async ({
  api,
  otherApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const call = { body: body(receiver.url), ...keyed('create') }
  const made = (await askAtOnce(api, 201, ENDPOINTS, call)).map((json) => shapes.createdEndpoint.parse(json))
  expect(new Set(made.map(({ endpoint }) => JSON.stringify(endpoint))).size).toBe(1)
  expect(new Set(made.map(({ meta }) => meta.request_id)).size).toBe(PARALLEL)
  const id = made[0]?.endpoint.id ?? ''
  await expect.poll(() => receiver.requests.length, 'one test event').toBe(1)

  const path = `${ENDPOINTS}/${id}`
  await api.expect(200, shapes.endpoint, 'PATCH', path, { body: { name: 'Renamed' } })
  const again = await api.expect(201, shapes.createdEndpoint, 'POST', ENDPOINTS, call)
  expect(again.endpoint).toMatchObject({ id, name: 'Renamed', secret: made[0]?.endpoint.secret })

  const other = { ...call, body: body(receiver.url, 'Another') }
  expect(await api.refused(409, 'POST', ENDPOINTS, other)).toMatchObject({ code: 'idempotency_conflict' })
  const theirs = await otherApi.expect(201, shapes.createdEndpoint, 'POST', ENDPOINTS, other)
  expect(theirs.endpoint.id).not.toBe(id)
  expect((await otherApi.call('DELETE', `${ENDPOINTS}/${theirs.endpoint.id}`)).status).toBe(204)

  expect((await api.call('DELETE', path)).status).toBe(204)
  await api.refused(404, 'POST', ENDPOINTS, call)
})

test('a refused request leaves its key free', async ({ api, startReceiver }) => {
  const { url } = await startReceiver()
  const key = keyed('refused')
  await api.refused(422, 'POST', ENDPOINTS, { body: body('https://10.0.0.1/'), ...key })
  await api.refused(422, 'POST', ENDPOINTS, { body: {}, ...key })
  await api.refused(400, 'POST', ENDPOINTS, { text: '{', ...key })
  await api.refused(401, 'POST', ENDPOINTS, { body: body(url), ...key, token: null })
  const { endpoint } = await api.expect(201, shapes.createdEndpoint, 'POST', ENDPOINTS, {
    body: body(url),
    ...key,
  })
  expect((await api.call('DELETE', `${ENDPOINTS}/${endpoint.id}`)).status).toBe(204)
  for (const bad of ['', 'x'.repeat(201)]) {
    const problem = await api.refused(422, 'POST', ENDPOINTS, { body: body(url), ...keyed(bad) })
    expect(problem.errors?.[0]?.pointer).toBe('idempotency-key')
  }
})

test('a secret is rotated once, a test sent once, a delivery resent once', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id, secret } = await api.createEndpoint({ url: receiver.url })
  const path = `${ENDPOINTS}/${id}`
  await receiver.waitFor(1)

  const rotation = { body: { grace_seconds: 60 }, ...keyed('rotate') }
  const rotated = await askAtOnce(api, 200, `${path}/rotate_secret`, rotation)
  const secrets = new Set(rotated.map((json) => shapes.createdEndpoint.parse(json).endpoint.secret))
  expect(secrets.size).toBe(1)
  expect(secrets).not.toContain(secret)
  const longer = { ...rotation, body: { grace_seconds: 61 } }
  expect(await api.refused(409, 'POST', `${path}/rotate_secret`, longer)).toMatchObject({
    code: 'idempotency_conflict',
  })

  const sends = await askAtOnce(api, 202, `${path}/test`, keyed('test'))
  const tests = new Set(sends.map((json) => shapes.delivery.parse(json).delivery.id))
  expect(tests.size).toBe(1)
  const otherTest = { body: { event_type: 'order.paid' }, ...keyed('test') }
  await api.refused(409, 'POST', `${path}/test`, otherTest)
  await receiver.waitFor(2)

  const [delivery = ''] = tests
  await expect.poll(async () => (await api.getDelivery(delivery)).delivery.status).toBe('delivered')
  const resend = `/2025-09/deliveries/${delivery}/resend`
  await askAtOnce(api, 202, resend, keyed('resend'))
  await expect
    .poll(async () => (await api.getDelivery(delivery)).delivery)
    .toMatchObject({ attempts_count: 2, status: 'delivered' })
  const replayed = await api.expect(202, shapes.delivery, 'POST', resend, keyed('resend'))
  expect(replayed.delivery, 'as it is now, without a third attempt').toEqual(
    (await api.getDelivery(delivery)).delivery,
  )
  expect(replayed.delivery).toMatchObject({ attempts_count: 2, status: 'delivered' })
  expect(receiver.requests).toHaveLength(3)
  await api.refused(422, 'POST', resend, { body: { now: true }, ...keyed('resend') })
})

test('a batch of events is stored once by one key for all of it', async ({ api, startReceiver }) => {
  const { id } = await api.createEndpoint({ url: (await startReceiver()).url })
  const event = (number: number) => ({ type: 'order.shipped', data: { object: { number } } })
  const path = '/2025-09/events'
  const batch = { body: { events: [event(1), event(2), event(3)] }, ...keyed('batch') }
  const stored = await askAtOnce(api, 202, path, batch)
  const bodies = new Set(stored.map((json) => JSON.stringify(shapes.events.parse(json).events)))
  expect(bodies.size).toBe(1)
  expect(await api.listDeliveries({ endpoint_id: id }), 'and the test event').toHaveLength(4)

  for (const events of [[event(1), event(2)], [event(1), event(2), event(3), event(4)], [event(4)]]) {
    const refusal = await api.refused(409, 'POST', path, { ...batch, body: { events } })
    expect(refusal).toMatchObject({ code: 'idempotency_conflict' })
    expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['idempotency-key'])
  }
  const own = { ...event(1), idempotency_key: 'own' }
  const refusal = await api.refused(422, 'POST', path, { ...keyed('own'), body: { events: [event(1), own] } })
  expect(refusal.errors?.map(({ pointer }) => pointer)).toEqual(['/events/1/idempotency_key'])
  await api.expect(202, shapes.event, 'POST', path, { body: event(9), ...keyed('batch') })
  expect(await api.listDeliveries({ endpoint_id: id })).toHaveLength(5)
})

test('a bulk resend and a catch-up are started once, each path with keys of its own', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const filter = { filter: { endpoint_id: id, status: 'failed' } }
  const started = await askAtOnce(api, 202, '/2025-09/resends', { body: filter, ...keyed('job') })
  const jobs = new Set(started.map((json) => shapes.resend.parse(json).resend.id))
  expect(jobs.size).toBe(1)
  const caughtUp = await askAtOnce(api, 202, `${ENDPOINTS}/${id}/catch_up`, keyed('job'))
  expect(new Set(caughtUp.map((json) => shapes.resend.parse(json).resend.id)).size).toBe(1)

  const [job] = jobs
  const cancelled = await askAtOnce(api, 200, `/2025-09/resends/${job}/cancel`, keyed('cancel'))
  expect(new Set(cancelled.map((json) => shapes.resend.parse(json).resend.id))).toEqual(jobs)
  const answer = await api.call('POST', '/2025-09/resends', {
    body: { filter: { ...filter.filter, status: 'cancelled' } },
    ...keyed('job'),
  })
  expect(problemOf(answer)).toMatchObject({ status: 409, code: 'idempotency_conflict' })
})
