import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAttempts } from '@/lib/db/attempts'
import { hotPool, pool } from '@/lib/db/client'
import { headerColumns } from '@/lib/db/endpoint-headers'
import { ingestEvents } from '@/lib/db/ingest-events'
import { listShards } from '@/lib/db/stores'
import { Sender } from '@/lib/delivery/sender'
import { toPublicId } from '@/lib/ids'
import type { StoreContext } from '@/lib/operations/context'
import { listDeliveries } from '@/lib/operations/deliveries'
import { createEndpoint, updateEndpoint } from '@/lib/operations/endpoints'
import type { CreateEndpointInput } from '@/lib/schemas/endpoint'
import { cloneTestDatabase, makeStore } from '@/lib/testing/database'
import { testEvent } from '@/lib/testing/factories'
import { type Receiver, startReceiver } from '@/lib/testing/fake-receiver'
import { findBrokenInvariants } from '@/lib/testing/invariants'
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/smtp-receiver'

cloneTestDatabase()

let mailServer: SmtpReceiver
let receiver: Receiver
let context: StoreContext
let shard = 0

beforeAll(async () => {
  mailServer = await startSmtpReceiver()
  process.env.SMTP_URL = mailServer.url
  process.env.MAIL_FROM = 'Shopbell <webhooks@shopbell.example>'
  process.env.SIGNATURE_HEADERS = 'shopbell-signature,storq-signature'
})

afterAll(() => mailServer.close())

beforeEach(async () => {
  // Each test has a shard of its own.
  const store = await makeStore(++shard)
  context = { storeId: store.id, storeSlug: 's', shard, timeZone: 'UTC', actor: 'user:1', requestId: null }
  receiver = await startReceiver()
  mailServer.mails.length = 0
  mailServer.refuseWith(null)
})

afterEach(async () => {
  expect(await findBrokenInvariants(pool())).toEqual([])
  await receiver.close()
})

type Input = Partial<CreateEndpointInput>

const common: CreateEndpointInput = { name: 'E', api_version: '2025-09', event_types: ['order.created'] }

async function make(input: Input): Promise<string> {
  const { endpoint } = await createEndpoint(context, { ...common, ...input })
  await drain()
  receiver.requests.length = 0
  mailServer.mails.length = 0
  return endpoint.id
}

async function drain() {
  const sender = new Sender({
    retryPolicies: { standard: [0, 0], short: [0, 0], none: [] },
    random: () => 0.5,
    concurrency: 8,
    listShards: async () => (await listShards()).filter((each) => each === context.shard),
    onGone: async () => {},
  })
  const counts = await sender.drain(20_000)
  // What is to be tried again at once is due once it is recorded.
  for (let more = counts; more.retried > 0; ) {
    more = await sender.drain(20_000)
    counts.failed += more.failed
    counts.retried += more.retried
  }
  await sender.stop()
  return counts
}

/** Sends an event with this object and returns its only delivery, with its attempts. */
async function send(object: object) {
  const event = testEvent(context.storeId, { data: JSON.stringify({ object }) })
  const { deliveries } = await ingestEvents(hotPool(), context.shard, [event])
  const counts = await drain()
  const [{ id } = { id: '' }] = deliveries
  return { id, eventId: event.id, counts, attempts: await listAttempts(pool(), context.shard, id) }
}

async function failingSince(endpointId: string) {
  const { rows } = await pool().query('SELECT failing_since FROM endpoint_health WHERE endpoint_id = $1', [
    endpointId,
  ])
  return rows[0]?.failing_since ?? null
}

describe('a URL with placeholders', () => {
  it('is filled for each event, sent so and recorded so', async () => {
    await make({ url: `${receiver.url}/orders/{{order_id}}?to={{customer_email}}` })
    const { attempts } = await send({ id: 'a/b', customer: { email: 'a+b@c.example' } })
    expect(receiver.requests.map(({ path }) => path)).toEqual(['/orders/a%2Fb?to=a%2Bb%40c.example'])
    expect(attempts).toMatchObject([
      { error: null, url: `${receiver.url}/orders/a%2Fb?to=a%2Bb%40c.example`, httpStatus: 200 },
    ])
  })

  it('that cannot be filled ends the delivery without a request, and is no fault of the receiver', async () => {
    const endpointId = await make({ url: `${receiver.url}/orders/{{order_id}}` })
    const { attempts, counts } = await send({ id: '..' })
    expect(counts).toMatchObject({ failed: 1, retried: 0 })
    expect(attempts).toMatchObject([
      {
        number: 1,
        error: 'placeholder_error',
        errorDetail: expect.stringContaining('{{order_id}}'),
        url: null,
        requestHeaders: null,
        httpStatus: null,
      },
    ])
    expect(receiver.requests).toEqual([])
    expect(await failingSince(endpointId)).toBeNull()
  })
})

describe('headers of an endpoint', () => {
  it('go out with each attempt, and their values are kept nowhere', async () => {
    await make({ url: receiver.url, headers: { Authorization: 'Bearer canary-token', 'X-Tenant': 'north' } })
    receiver.setBehaviour((request, response) => {
      response.writeHead(500, { 'x-echo': String(request.headers.authorization) })
      response.end(JSON.stringify(request.headers))
    })
    const { attempts } = await send({ id: 1 })
    expect(receiver.requests).toHaveLength(3)
    for (const { headers } of receiver.requests) {
      expect(headers).toMatchObject({ authorization: 'Bearer canary-token', 'x-tenant': 'north' })
    }
    for (const { requestHeaders } of attempts) {
      expect(requestHeaders).toMatchObject({
        Authorization: '…',
        'X-Tenant': '…',
        'webhook-id': expect.any(String),
      })
    }
    const { rows } = await pool().query<{ all: string }>('SELECT json_agg(a)::text AS all FROM attempt a')
    expect(rows[0]?.all).toContain('x-echo')
    expect(rows[0]?.all).not.toContain('canary')
  })

  it('never stand for ours, whatever the deployment signs with today', async () => {
    const id = await make({ url: receiver.url })
    const { headers } = headerColumns(id, { 'Storq-Signature': 'theirs', 'x-own': 'theirs' })
    await pool().query('UPDATE endpoint SET headers = $2, revision = revision + 1 WHERE id = $1', [
      id,
      headers,
    ])
    await send({ id: 1 })
    expect(receiver.requests[0]?.headers).toMatchObject({
      'x-own': 'theirs',
      'storq-signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('change with the next attempt', async () => {
    const id = await make({ url: receiver.url, headers: { 'x-key': 'first' } })
    await send({ id: 1 })
    await updateEndpoint(context, id, { headers: { 'x-key': 'second' } })
    await send({ id: 2 })
    expect(receiver.requests.map(({ headers }) => headers['x-key'])).toEqual(['first', 'second'])
  })
})

describe('an e-mail endpoint', () => {
  const email = { kind: 'email', email: 'orders@example.com' } as const

  it('gets its first test event at once', async () => {
    const { endpoint, testDeliveryId } = await createEndpoint(context, { ...common, ...email })
    expect(endpoint).toMatchObject({ ...email, url: null, timeoutMs: 30_000 })
    await drain()
    const [mail] = await mailServer.waitFor(1)
    expect(mail?.email.text).toContain('This is a test event')
    expect(mail?.email.messageId).toBe(`<${toPublicId('dlv', testDeliveryId ?? '')}@shopbell.example>`)
  })

  it('gets a message with the payload attached, which is on record', async () => {
    await make(email)
    const { id, eventId, attempts } = await send({ id: 7, note: '<b>\r\nBcc: x@example.com' })
    const [mail] = mailServer.mails
    const event = toPublicId('evt', eventId)
    expect(mail).toMatchObject({ from: 'webhooks@shopbell.example', to: ['orders@example.com'] })
    expect(mail?.email.subject).toBe(`[Test store] order.created ${event}`)
    expect(mail?.email.text).toContain('note: <b> ↵ Bcc: x@example.com')
    expect(mail?.email.html).toContain('&lt;b&gt; ↵ Bcc')
    const [attachment] = mail?.email.attachments ?? []
    expect(attachment?.filename).toBe(`${event}.json`)
    const content = attachment?.content ?? ''
    const json: unknown = JSON.parse(
      typeof content === 'string' ? content : new TextDecoder().decode(content),
    )
    expect(json).toMatchObject({ id: event, type: 'order.created', data: { object: { id: 7 } } })
    expect(attempts).toMatchObject([
      {
        error: null,
        httpStatus: null,
        url: 'mailto:orders@example.com',
        requestHeaders: {
          to: 'orders@example.com',
          subject: `[Test store] order.created ${event}`,
          'message-id': `<${toPublicId('dlv', id)}@shopbell.example>`,
          'x-shopbell-attempt': '1',
        },
        responseBody: expect.stringMatching(/^250 /),
      },
    ])
    const { rows } = await listDeliveries(context, { q: 'ORDERS@exam', limit: 10 })
    expect(rows.map((row) => row.id)).toContain(id)
  })

  it('that is refused for now is tried again, as the same message', async () => {
    await make(email)
    mailServer.refuseWith({ code: 451, text: 'Greylisted' })
    const { attempts } = await send({ id: 1 })
    expect(attempts).toHaveLength(3)
    expect(attempts[0]).toMatchObject({
      error: 'smtp_error',
      errorDetail: 'The mail server answered: 451 Greylisted',
      responseBody: '451 Greylisted',
    })
    const ids = attempts.map(({ requestHeaders }) => requestHeaders?.['message-id'])
    expect(new Set(ids).size).toBe(1)
  })

  it('that is refused for good is not tried again', async () => {
    const endpointId = await make(email)
    mailServer.refuseWith({ code: 550, text: '5.1.1 No such user' })
    const { attempts, counts } = await send({ id: 1 })
    expect(counts).toMatchObject({ failed: 1, retried: 0 })
    expect(attempts).toMatchObject([
      { error: 'smtp_error', errorDetail: 'The mail server answered: 550 5.1.1 No such user' },
    ])
    expect(await failingSince(endpointId)).not.toBeNull()
  })

  it('has another address when it is given one, and never a URL', async () => {
    const id = await make(email)
    await updateEndpoint(context, id, { email: 'other@example.com' })
    await send({ id: 1 })
    expect(mailServer.mails[0]?.to).toEqual(['other@example.com'])
    await expect(
      updateEndpoint(context, id, { url: receiver.url, headers: { a: 'b' } }),
    ).rejects.toMatchObject({
      fields: [{ pointer: '/url' }, { pointer: '/headers' }],
    })
    await expect(updateEndpoint(context, id, { api_version: 'slack' })).rejects.toMatchObject({
      fields: [{ pointer: '/api_version', code: 'not_of_kind' }],
    })
  })
})
