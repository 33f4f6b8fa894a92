import { randomInt } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { fromPublicId, idTime, newId, toPublicId } from '@/lib/ids'
import { root } from '@/scripts/checkout.mjs'
import { expect, test } from './fixtures/journey'
import { startProgram } from './fixtures/program'

const SHOPBELL = join(root, 'scripts/shopbell.mjs')

const started: ReturnType<typeof startProgram>[] = []

function start(...given: Parameters<typeof startProgram>) {
  const program = startProgram(...given)
  started.push(program)
  return program
}

// One that a failed test left would run on.
test.afterEach(() => {
  for (const program of started.splice(0)) program.kill()
})

test('the command line sends, lists, shows and resends', async ({ api, shopbell, stores, startReceiver }) => {
  test.setTimeout(120_000)
  const folder = await mkdtemp(join(tmpdir(), 'shopbell-cli-'))
  const environment = { SHOPBELL_URL: shopbell.url, SHOPBELL_TOKEN: stores.ownToken }
  const run = async (args: string[], settings: Record<string, string> = environment, input = '') => {
    const program = start([SHOPBELL, ...args], { cwd: folder, settings, input })
    return { code: await program.ended(), out: program.output, err: program.errors }
  }
  const receiver = await startReceiver()
  const { id: endpointId } = await api.createEndpoint({ url: receiver.url, retry_policy: 'none' })
  await expect.poll(() => receiver.requests.length).toBe(1)

  // Events: from a file, from standard input, from the catalogue, one and many.
  await writeFile(join(folder, 'order.json'), JSON.stringify({ id: 'ord_file' }))
  const once = ['events', 'send', 'order.shipped', '--data', 'order.json', '--key', 'once', '--json']
  const file = await run(once)
  expect(file.err).toBe('')
  const event = JSON.parse(file.out)
  expect(event).toMatchObject({ data: { object: { id: 'ord_file' } }, deliveries_count: 1 })
  const again = await run(once)
  expect(JSON.parse(again.out).id).toBe(event.id)
  const piped = await run(
    ['events', 'send', 'order.shipped', '--data', '-'],
    environment,
    '{"id":"ord_piped"}',
  )
  expect(piped.out).toMatch(/^evt_\w+ {2}order\.shipped {2}1 delivery\n$/)
  const many = await run(['events', 'send', 'order.shipped', '--count', '120'])
  expect(many).toMatchObject({ code: 0, out: 'Sent 120 of 120 events of the type order.shipped.\n' })

  // A type of the deployment's own has its sample at the API; another has none.
  const own = `till.opened_${randomInt(2 ** 31)}`
  const schema = { type: 'object', properties: { till: { type: 'integer', minimum: 1 } }, required: ['till'] }
  const words = { category: 'Tills', description: 'A till was opened.' }
  await api.client.POST('/2025-09/event_types', { body: { name: own, schema, ...words } })
  const sampled = await run(['events', 'send', own, '--json'])
  expect(sampled.err).toBe('')
  expect(JSON.parse(sampled.out)).toMatchObject({ type: own, data: { object: { till: 1 } } })
  await api.client.DELETE('/2025-09/event_types/{name}', { params: { path: { name: own } } })
  const unknown = await run(['events', 'send', 'nothing.happened'])
  expect(unknown).toMatchObject({ code: 1, out: '' })
  expect(unknown.err).toContain('no sample of “nothing.happened”: give its object by --data')

  // The log.
  const list = async (...args: string[]) =>
    JSON.parse((await run(['deliveries', 'list', '--endpoint', endpointId, '--json', ...args])).out)
  await receiver.waitFor(123)
  receiver.setBehaviour((_, response) => void response.writeHead(500).end('the till is shut'))
  await run(['events', 'send', 'order.shipped', '--count', '2'])
  await expect.poll(() => list('--status', 'failed').then((found) => found.length)).toBe(2)
  await expect.poll(() => list('--limit', '1000').then((found) => found.length)).toBe(125)
  expect(await list('--since', '1h', '--limit', '5')).toHaveLength(5)
  const [failed] = await list('--status', 'failed', '--http-status', '500', '--limit', '1')
  const table = await run(['deliveries', 'list', '--status', 'failed', '--limit', '2'])
  expect(table.out.split('\n')[0]).toMatch(
    /^DELIVERY +CREATED +EVENT TYPE +STATUS +ANSWER +ATTEMPTS +ENDPOINT$/,
  )
  expect(table.out).toMatch(new RegExp(`${failed.id} {2}\\S+ \\S+Z {2}order\\.shipped {2}failed {2}500`))
  const shown = await run(['deliveries', 'show', failed.id])
  expect(shown.out).toContain('Last answer: the till is shut')
  expect(JSON.parse((await run(['deliveries', 'show', failed.id, '--json'])).out)).toMatchObject({
    delivery: { id: failed.id },
    attempts: [{ number: 1, http_status: 500 }],
  })

  // Resends: planned, failing again, and succeeding.
  const ofEndpoint = ['--endpoint', endpointId, '--status', 'failed']
  const plan = await run(['deliveries', 'resend', ...ofEndpoint, '--dry-run'])
  expect(plan.out).toContain('2 deliveries would be resent, in about 1 s.')
  expect(plan.out).toContain(`${endpointId}  2`)
  const failing = await run(['deliveries', 'resend', failed.id])
  expect(failing).toMatchObject({ code: 1, out: expect.stringContaining('0 succeeded, 1 failed') })
  receiver.setBehaviour((_, response) => void response.end())
  const resent = await run(['deliveries', 'resend', ...ofEndpoint, '--rate', '1000', '--json'])
  expect(resent.code).toBe(0)
  expect(JSON.parse(resent.out)).toMatchObject({ status: 'completed', total: 2, succeeded: 2, failed: 0 })

  // What goes wrong is one line, with what to do or the request's id.
  const refused = await run(['deliveries', 'list', '--type', 'order.paid', '--endpoint', 'we_1'])
  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(/^HTTP 422: endpoint_id: .* Request [0-9a-f-]{36}\.\n$/)
  expect((await run(['deliveries', 'list'], { ...environment, SHOPBELL_TOKEN: 'shb_x' })).err).toMatch(
    /^HTTP 401: A valid API token is needed.*Request/,
  )
  const nobody = { ...environment, SHOPBELL_URL: 'http://127.0.0.1:9' }
  expect(await run(['deliveries', 'list'], nobody)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9 cannot be reached.*\n$/),
  })
  const noToken = await run(['deliveries', 'list'], { SHOPBELL_URL: shopbell.url, SHOPBELL_TOKEN: '' })
  expect(noToken).toMatchObject({ code: 2, err: expect.stringContaining('An API token is needed') })
  await rm(folder, { recursive: true })
})

test('listen forwards what comes in to a receiver of this machine, also after an outage', async ({
  api,
  openDatabase,
  shopbell,
  stores,
  startReceiver,
}) => {
  test.setTimeout(180_000)
  const receiver = await startReceiver()
  await api.sendEvent('order.paid', { id: 'before' })
  const program = start(
    [SHOPBELL, 'listen', '--forward-to', `${receiver.url}/hooks`, '--events', 'order.*'],
    {
      cwd: root,
      settings: { SHOPBELL_URL: shopbell.url, SHOPBELL_TOKEN: stores.ownToken },
    },
  )
  await expect.poll(() => program.errors).toContain('Signing secret: ')
  const secret = /whsec_\w+/.exec(program.errors)?.[0] ?? ''

  await api.sendEvent('stock.low', { id: 'unwanted' })
  const paid = await api.sendEvent('order.paid', { id: 'ord_1', '2': 'Žluť', total: 12.5 })
  const [request] = await receiver.waitFor(1)
  expect(request).toMatchObject({ method: 'POST', path: '/hooks' })
  expect(request?.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': paid.id,
    'shopbell-event': 'order.paid',
    'shopbell-attempt': '1',
    'shopbell-signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    'user-agent': expect.stringMatching(/^Shopbell\//),
  })
  const headers = Object.fromEntries(
    Object.entries(request?.headers ?? {}).map(([name, value]) => [name, `${value}`]),
  )
  const verified = new Webhook(secret).verify(request?.rawBody ?? Buffer.alloc(0), headers)
  expect(verified).toMatchObject({ id: paid.id, type: 'order.paid', data: paid.data })
  await expect.poll(() => program.output).toMatch(new RegExp(`200 {2}\\d+ ms {2}order\\.paid {2}${paid.id}`))

  // One that was under way for longer becomes visible after one with a later time.
  const paidId = fromPublicId('evt', paid.id) ?? ''
  const lateId = newId(idTime(paidId).getTime() - 1)
  const database = await openDatabase()
  await database.query(
    `INSERT INTO event (shard, store_id, id, type, data, occurred_at)
     SELECT shard, store_id, $2, type, data, occurred_at FROM event WHERE id = $1`,
    [paidId, lateId],
  )
  const [, late] = await receiver.waitFor(2)
  expect(late?.headers['webhook-id']).toBe(toPublicId('evt', lateId))

  receiver.setBehaviour((_, response) => void response.writeHead(503).end())
  await api.sendEvent('order.paid', { id: 'ord_2' })
  await receiver.waitFor(3)
  await expect.poll(() => program.output).toMatch(/ 503 {2}\d+ ms/)

  shopbell.terminate()
  await shopbell.ended()
  await expect.poll(() => program.errors).toContain('Trying again until it is back.')
  await shopbell.start()
  await api.sendEvent('order.shipped', { id: 'ord_3' })
  const all = await receiver.waitFor(4)
  expect(JSON.parse(all.at(-1)?.rawBody.toString() ?? '')).toMatchObject({
    data: { object: { id: 'ord_3' } },
  })
  await expect.poll(() => program.errors).toContain('is back; going on where it was.')

  // Ctrl-C amid a request is no failure of the receiver.
  receiver.setBehaviour(() => {})
  await api.sendEvent('order.paid', { id: 'ord_4' })
  await receiver.waitFor(5)
  program.interrupt()
  expect(await program.ended()).toBe(0)
  expect(program.output).not.toContain('cannot be reached')
  expect(receiver.requests).toHaveLength(5)
})

test('GET /events pages through what came in, without test sends', async ({
  api,
  otherApi,
  startReceiver,
}) => {
  const since = (await api.sendEvent('order.paid', { id: 'first' })).created_at
  const receiver = await startReceiver()
  await api.createEndpoint({ url: receiver.url, event_types: ['invoice.paid'] })
  const ids = await api.sendEvents('order.paid', 5)
  const page = async (query: Record<string, string>) => {
    const answer = await api.call(
      'GET',
      `/2025-09/events?${new URLSearchParams({ since, limit: '3', ...query })}`,
    )
    expect(answer.status).toBe(200)
    const { events, meta } = answer.json as {
      events: { id: string; type: string }[]
      meta: { next_cursor: string | null }
    }
    expect(events.map(({ type }) => type)).not.toContain('invoice.paid')
    return { ids: events.map((event) => event.id), next: meta.next_cursor }
  }
  for (const [order, expected] of [
    ['desc', ids.toReversed()],
    ['asc', ids],
  ] as const) {
    const found: string[] = []
    let after: string | null = null
    do {
      const { ids: more, next }: Awaited<ReturnType<typeof page>> = await page(
        after ? { order, after } : { order },
      )
      found.push(...more)
      after = next
    } while (after)
    expect(
      found.filter((id) => ids.includes(id)),
      order,
    ).toEqual(expected)
    expect(new Set(found).size).toBe(found.length)
  }
  const theirs = await otherApi.call('GET', `/2025-09/events?${new URLSearchParams({ since })}`)
  expect(theirs.status).toBe(200)
  for (const id of ids) expect(theirs.text).not.toContain(id)
  expect((await page({ until: '2020-01-01T00:00:00Z' })).ids).toEqual([])
  for (const query of ['order=up', 'after=evt_1', 'since=today', 'limit=101', 'type=order.paid']) {
    expect((await api.refused(422, 'GET', `/2025-09/events?${query}`)).errors, query).toHaveLength(1)
  }
})
