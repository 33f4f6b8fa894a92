import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import { identityOf } from '@/scripts/process-table.mjs'
import { type Answer, Api } from './fixtures/api'
import { test as base, expect } from './fixtures/journey'
import { countEvents, headerOf, withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'
import { Worker } from './fixtures/worker'

const PROCESSES = 2
const STARTS_WITHIN_MS = 30_000

type Fixtures = {
  worker: Worker
  /** A client of the worker's port, with the token of `api`. */
  workerApi: Api
}

const test = base.extend<Fixtures>({
  worker: async ({ shopbell }, use) => {
    const worker = await Worker.start(shopbell, PROCESSES)
    try {
      await expect.poll(() => worker.pids.length, { timeout: STARTS_WITHIN_MS }).toBe(PROCESSES)
      await use(worker)
    } finally {
      await worker.remove()
    }
  },
  workerApi: async ({ worker, stores }, use) => use(new Api(worker.url, stores.ownToken)),
})

// The app sends nothing by itself, so that what arrives was sent by the worker. The worker is told the same, and sends.
test.use({ settings: { RETRY_STANDARD: '1s,1s,2s,2s,5s,5s', DRAIN: 'off' } })

test('what the app accepted while no worker ran is sent once one runs', async ({
  api,
  openDatabase,
  shopbell,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  await api.createEndpoint({ url: receiver.url })
  const event = await api.sendEvent('order.shipped', { id: 1 })
  const { rows } = await (await openDatabase()).query(
    'SELECT leased_until, claims FROM pending_delivery WHERE event_type = $1',
    ['order.shipped'],
  )
  expect(rows, 'the test event and this one').toEqual([
    { leased_until: null, claims: 0 },
    { leased_until: null, claims: 0 },
  ])
  const worker = await Worker.start(shopbell, 1)
  try {
    await receiver.waitFor(2)
    expect(withoutTests(receiver.requests).map((request) => headerOf(request, 'webhook-id'))).toEqual([
      event.id,
    ])
  } finally {
    await worker.remove()
  }
})

test('an event is delivered whichever port takes it, and a resend too', async ({
  api,
  workerApi,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const endpoint = await workerApi.createEndpoint({ url: receiver.url })
  await expect.poll(() => receiver.requests.length).toBe(1)
  const viaApp = await api.sendEvent('order.shipped', { id: 1 })
  const viaWorker = await workerApi.sendEvent('order.shipped', { id: 2 })
  await receiver.waitFor(3)
  expect(new Set(withoutTests(receiver.requests).map((request) => headerOf(request, 'webhook-id')))).toEqual(
    new Set([viaApp.id, viaWorker.id]),
  )
  await expect
    .poll(async () => (await api.listDeliveries({ endpoint_id: endpoint.id, status: 'delivered' })).length)
    .toBe(3)
  const [delivery] = await workerApi.listDeliveries({ q: viaApp.id })
  expect((await workerApi.call('POST', `/2025-09/deliveries/${delivery?.id}/resend`)).status).toBe(202)
  await receiver.waitFor(4)
  await workerApi.deleteMade()
})

test('a kill -9 of one process under load loses nothing, and another takes its place', async ({
  api,
  openDatabase,
  startReceiver,
  worker,
  workerApi,
}) => {
  test.setTimeout(120_000)
  const receiver = await startReceiver()
  // A short time limit makes for a short lease: sooner is nobody allowed to take over.
  const endpoint = await api.createEndpoint({ url: receiver.url, timeout_seconds: 1, concurrency: 32 })
  await expect.poll(() => receiver.requests.length).toBe(1)
  // From the 300th on no answer comes, so that some are in flight for certain when it is killed.
  receiver.setBehaviour((_, response) => {
    if (receiver.requests.length < 300) response.end('ok')
  })

  /** Sends an event until it is accepted: a connection to who was killed breaks before the answer. */
  async function send(number: number): Promise<string> {
    const body = { type: 'order.shipped', data: { object: { number } }, idempotency_key: `load-${number}` }
    for (;;) {
      const answer = await workerApi.call('POST', '/2025-09/events', { body }).catch(() => null)
      if (answer === null) continue
      if (answer.status !== 202)
        throw new Error(`Number ${number} was answered ${answer.status}: ${answer.text}`)
      return shapes.event.parse(answer.json).event.id
    }
  }
  const senders = Array.from({ length: 20 }, async (_, sender) => {
    const ids: string[] = []
    for (let index = 0; index < 50; index++) ids.push(await send(sender * 50 + index))
    return ids
  })
  await receiver.waitFor(301)
  const [victim] = worker.pids
  if (!victim) throw new Error('No process works.')
  process.kill(victim, 'SIGKILL')
  const accepted = (await Promise.all(senders)).flat()
  expect(new Set(accepted).size).toBe(1_000)

  receiver.setBehaviour((_, response) => void response.end('ok'))
  await expect.poll(() => worker.pids.length).toBe(PROCESSES + 1)
  expect(worker.output).toContain('ended (SIGKILL)')
  await expect.poll(() => countEvents(receiver.requests), { timeout: 60_000 }).toBe(1_000)
  await expect
    .poll(async () => (await api.getStatistics(endpoint.id)).deliveries, { timeout: 60_000 })
    .toMatchObject({ total: 1_000, delivered: 1_000, failed: 0, cancelled: 0, pending: 0 })
  const arrived = withoutTests(receiver.requests).map((request) => headerOf(request, 'webhook-id'))
  expect([...new Set(arrived)].sort()).toEqual(accepted.sort())
  expect(await findBrokenInvariants(await openDatabase())).toEqual([])
})

test('a SIGTERM lets what is in flight finish, gives back the rest, and ends with 0', async ({
  api,
  openDatabase,
  startReceiver,
  worker,
}) => {
  const receiver = await startReceiver()
  const endpoint = await api.createEndpoint({ url: receiver.url, concurrency: 1, timeout_seconds: 20 })
  await expect.poll(() => receiver.requests.length).toBe(1)
  const held: (() => void)[] = []
  receiver.setBehaviour((_, response) => void held.push(() => response.end('late')))
  await api.sendEvents('order.shipped', 10)
  await expect.poll(() => held.length).toBeGreaterThan(0)

  worker.kill('SIGTERM')
  await expect.poll(() => worker.output).toContain('Stopping (SIGTERM)')
  const database = await openDatabase()
  const leased = async () => {
    const { rows } = await database.query(
      `SELECT count(*)::int AS count FROM pending_delivery WHERE leased_until > now() AND event_type = 'order.shipped'`,
    )
    return rows[0]?.count
  }
  // Each process has one request in flight at most; what waited is anyone's again.
  await expect.poll(async () => (await leased()) - held.length).toBe(0)
  for (const answer of held) answer()
  expect(await worker.ended()).toBe(0)
  expect(worker.output.match(/ended \(exit code 0\)/g)).toHaveLength(PROCESSES)
  expect(await leased()).toBe(0)
  expect((await api.listDeliveries({ endpoint_id: endpoint.id, status: 'delivered' })).length).toBe(
    1 + held.length,
  )
  expect(await findBrokenInvariants(database)).toEqual([])
})

test('a kill -9 of its parent ends every process', async ({ worker }) => {
  const { pids } = worker
  worker.kill('SIGKILL')
  await worker.ended()
  await expect.poll(() => pids.filter((pid) => identityOf(pid) !== undefined)).toEqual([])
})

test('it says what is missing', async ({ shopbell, worker }) => {
  const port = new URL(worker.url).port
  const cases: [args: string[], settings: Record<string, string>, sentence: string][] = [
    [['--api-port', port], {}, `Port ${port} is in use`],
    [['--processes', 'many'], {}, '--processes must be a whole number'],
    [[], { SHOPBELL_DATA_DIR: '/nowhere' }, 'Shopbell does not run in this folder'],
    [[], { DATABASE_URL: 'postgresql://localhost/shopbell' }, 'ENCRYPTION_KEYS is missing'],
  ]
  for (const [args, settings, sentence] of cases) {
    const child = shopbell.spawn(['scripts/worker.mjs', ...args], settings)
    let output = ''
    child.stderr?.on('data', (text: string) => {
      output += text
    })
    await once(child, 'close')
    expect(output).toContain(sentence)
    expect(child.exitCode).toBe(1)
  }
})

test('its API refuses a body without end before it is read, and ends the connection', async ({
  stores,
  worker,
}) => {
  const request = httpRequest(`${worker.url}/2025-09/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${stores.ownToken}`,
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    },
  })
  // That the connection is reset once the answer is here is what is waited for.
  request.on('error', () => {})
  const answer = new Promise<number | undefined>((resolve) => {
    request.on('response', (response) => resolve(response.resume().statusCode))
  })
  const closed = new Promise((resolve) => request.on('close', resolve))
  let isAnswered = false
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const write = () => {
    if (!isAnswered && !request.destroyed) request.write(chunk, () => setImmediate(write))
  }
  write()
  expect(await answer).toBe(413)
  isAnswered = true
  await closed
})

test('both ports answer alike', async ({ api, workerApi, startReceiver, stores }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  await receiver.waitFor(1)
  await expect.poll(async () => (await api.getStatistics(id)).deliveries.pending).toBe(0)
  const [delivery] = await api.listDeliveries({ endpoint_id: id })
  const event = { type: 'order.shipped', data: { object: { id: 'ord_1' } }, idempotency_key: 'alike' }
  const calls: [method: string, path: string, call?: Parameters<Api['call']>[2]][] = [
    ['GET', '/api/health'],
    ['HEAD', '/api/health'],
    ['OPTIONS', '/api/health'],
    ['POST', '/api/health'],
    ['POST', '/2025-09/events', { body: event }],
    ['POST', '/api/2025-09/events', { body: event }],
    ['POST', '/2025-09/events', { body: { ...event, data: { object: {} } } }],
    ['POST', '/2025-09/events', { body: { ...event, type: 'order.lost' } }],
    ['POST', '/2025-09/events', { body: { events: [{ ...event, type: 'x' }] } }],
    ['POST', '/2025-09/events', { text: '{' }],
    ['POST', '/2025-09/events', { text: '' }],
    ['POST', '/2025-09/events', { text: '{}', headers: { 'content-type': 'text/plain' } }],
    ['POST', '/2025-09/events', { text: '{}', headers: { 'content-encoding': 'gzip' } }],
    ['POST', '/2025-09/events', { text: 'x'.repeat(5 * 1024 * 1024) }],
    ['POST', '/2025-09/events', { body: event, token: null }],
    ['POST', '/2025-09/events', { body: event, headers: { 'idempotency-key': 'x'.repeat(201) } }],
    ['GET', '/2025-09/events'],
    ['HEAD', '/2025-09/events'],
    ['OPTIONS', '/2025-09/events'],
    ['OPTIONS', '/2025-09/nothing'],
    ['DELETE', '/2025-09/events'],
    ['GET', '/api/metrics'],
    ['GET', `/2025-09/webhook_endpoints/${id}`, { headers: { 'if-none-match': '*' } }],
    ['PATCH', `/2025-09/webhook_endpoints/${id}`, { body: { name: 'No' }, headers: { 'if-match': '"x"' } }],
    ['POST', `/2025-09/webhook_endpoints/${id}/test`, { headers: { 'idempotency-key': '' } }],
    ['PUT', '/2025-09/events', { body: event }],
    ['GET', `/2025-09/events/${delivery?.event_id}`],
    ['GET', `/2025-09/events/evt_${'0'.repeat(26)}`],
    ['GET', '/2025-09/event_types'],
    ['GET', '/2025-09/event_types/order.paid/'],
    ['GET', '/2025-09/event_types/order%2Epaid'],
    ['GET', '/2025-09/event_types/%E0'],
    ['GET', '/2025-09/webhook_endpoints?limit=1'],
    ['GET', '/2025-09/webhook_endpoints?limit=1&limit=2'],
    ['GET', `/2025-09/webhook_endpoints/${id}`],
    ['HEAD', `/2025-09/webhook_endpoints/${id}`],
    ['PATCH', `/2025-09/webhook_endpoints/${id}`, { body: { description: 'Alike' } }],
    ['PATCH', `/2025-09/webhook_endpoints/${id}`, { body: { name: '' } }],
    ['POST', '/2025-09/webhook_endpoints', { body: {} }],
    ['POST', '/2025-09/webhook_endpoints', { text: `{"name":"${'x'.repeat(70_000)}"}` }],
    ['DELETE', `/2025-09/webhook_endpoints/we_${'0'.repeat(26)}`],
    ['GET', `/2025-09/webhook_endpoints/${id}/statistics?days=3`],
    ['GET', '/2025-09/statistics?days=0'],
    ['GET', `/2025-09/deliveries?endpoint_id=${id}&status=delivered`],
    ['GET', `/2025-09/deliveries/${delivery?.id}`],
    ['POST', '/api/cron/deliveries'],
    ['GET', '/2025-09'],
    ['GET', '/2025-09//events'],
    ['GET', '/2025-09/nothing'],
    ['GET', '/2025-09/Events'],
    ['GET', '/api'],
    ['GET', '/api/'],
    ['PROPFIND', '/2025-09/events'],
  ]
  for (const [method, path, call = {}] of calls) {
    const bearer = call.token === undefined ? stores.ownToken : call.token
    const viaApp = comparable(await api.call(method, path, { ...call, token: bearer }))
    const viaWorker = comparable(await workerApi.call(method, path, { ...call, token: bearer }))
    expect(viaWorker, `${method} ${path} ${JSON.stringify(call).slice(0, 80)}`).toEqual(viaApp)
  }
})

/** What must be the same of two answers: all but what differs from call to call, and how the body is transferred. */
function comparable({ status, headers, text }: Answer) {
  const compared = [...headers]
    .filter(([name]) => !/^(date|x-request-id|vary|content-(length|encoding)|transfer-encoding)$/.test(name))
    // Each change makes another one.
    .map(([name, value]) => [name, name === 'etag' ? '' : value])
  const body = text
    .replaceAll(headers.get('x-request-id') ?? '', '<request id>')
    .replaceAll(/"updated_at":"[^"]*"/g, '"updated_at":""')
  return { status, headers: Object.fromEntries(compared), body }
}
