import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import type { Receiver } from '@/lib/testing/fake-receiver'
import type { Api } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { headerOf, type ReceivedRequest, standardHeaders, withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'
import { hasProgram } from './receivers/has-program'
import { type Interpreter, verifyParsedBody, verifyWebhookSignature, verifyWith } from './receivers/seed-003'

// What JSON.parse and JSON.stringify change when they meet it, and what other languages write otherwise.
const DATA = String.raw`{ "object": {"text":"Grüße 🎉 </script> \u2028 \ud800 \/ \"", "b": 1, "2": 2, "1": 1,
  "number": [1.50, 1E3, 1e-7, -0, 0.1, 9007199254740991], "twice": 1, "twice": 2, "__proto__": {"a": null}} }`

async function deliverOne(
  api: Api,
  receiver: Receiver,
): Promise<{ request: ReceivedRequest; secret: string }> {
  const { secret } = await api.createEndpoint({ url: receiver.url })
  await api.expect(202, shapes.event, 'POST', '/2025-09/events', {
    text: `{"type":"order.shipped", "data": ${DATA}}`,
  })
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
  const [request] = withoutTests(receiver.requests)
  if (!request) throw new Error('Nothing arrived.')
  return { request, secret }
}

for (const [name, Webhook] of Object.entries({ standardwebhooks: StandardWebhook, svix: SvixWebhook })) {
  test(`npm ${name} verifies what it is sent, and nothing else`, async ({ api, startReceiver }) => {
    const { request, secret } = await deliverOne(api, await startReceiver())
    const webhook = new Webhook(`whsec_${secret}`)
    const body = request.rawBody.toString()
    expect(() => webhook.verify(body, standardHeaders(request))).not.toThrow()
    expect(() => webhook.verify(`${body} `, standardHeaders(request))).toThrow()
    expect(() => webhook.verify(body, { ...standardHeaders(request), 'webhook-id': 'evt_1' })).toThrow()
  })
}

test('the published contract’s Node code verifies, from the bytes and from the parsed body', async ({
  api,
  startReceiver,
}) => {
  const { request, secret } = await deliverOne(api, await startReceiver())
  const signature = headerOf(request, 'shopbell-signature')
  const body = request.rawBody.toString()
  expect(body).toBe(JSON.stringify(JSON.parse(body)))
  expect(verifyWebhookSignature(body, signature, secret)).toBe(true)
  expect(verifyParsedBody(request.rawBody, signature, secret)).toBe(true)
  expect(verifyWebhookSignature(`${body} `, signature, secret)).toBe(false)
})

test('a rotation by the API: both secrets verify while its grace runs, without one all older ones end at once', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id, secret: old } = await api.createEndpoint({ url: receiver.url })
  const rotate = async (body: object) => {
    const path = `/2025-09/webhook_endpoints/${id}/rotate_secret`
    const { endpoint } = await api.expect(200, shapes.createdEndpoint, 'POST', path, { body })
    return endpoint.secret
  }
  const deliver = async (count: number) => {
    await api.expect(202, shapes.event, 'POST', '/2025-09/events', {
      body: { type: 'order.shipped', data: { object: { id: count } } },
    })
    await expect.poll(() => withoutTests(receiver.requests).length).toBe(count)
    const request = withoutTests(receiver.requests).at(-1)
    if (!request) throw new Error('Nothing arrived.')
    return (secret: string) => {
      const webhook = new StandardWebhook(`whsec_${secret}`)
      expect(() => webhook.verify(request.rawBody.toString(), standardHeaders(request))).not.toThrow()
      return headerOf(request, 'webhook-signature').split(' ').length
    }
  }

  const current = await rotate({})
  const verify = await deliver(1)
  expect([verify(old), verify(current)]).toEqual([2, 2])
  const last = await rotate({ grace_seconds: 0 })
  const verifyLater = await deliver(2)
  // Nor does the first one sign, whose day has not ended: who wants no grace wants no older secret.
  for (const ended of [current, old]) expect(() => verifyLater(ended)).toThrow()
  expect(verifyLater(last)).toBe(1)
})

const interpreters: [Interpreter, string][] = [
  ['python3', 'Python'],
  ['ruby', 'Ruby'],
]
for (const [interpreter, language] of interpreters) {
  test(`the published contract’s ${language} code verifies`, async ({ api, startReceiver }) => {
    test.skip(!(await hasProgram(interpreter, '--version')), `${interpreter} is not on this machine`)
    const { request, secret } = await deliverOne(api, await startReceiver())
    const signature = headerOf(request, 'shopbell-signature')
    expect(await verifyWith(interpreter, { rawBody: request.rawBody, signature, secret })).toBe(true)
    const changed = Buffer.concat([request.rawBody, Buffer.from(' ')])
    expect(await verifyWith(interpreter, { rawBody: changed, signature, secret })).toBe(false)
  })
}

test('an endpoint with TLS gets and verifies', async ({ api, startReceiver }) => {
  const receiver = await startReceiver({ certificate: 'valid' })
  const { secret } = await api.createEndpoint({ url: `https://localhost:${receiver.port}/` })
  await api.sendEvent('order.shipped', { id: 1 })
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(1)
  for (const request of receiver.requests) {
    const body = request.rawBody.toString()
    const webhook = new StandardWebhook(`whsec_${secret}`)
    expect(webhook.verify(body, standardHeaders(request))).toEqual(JSON.parse(body))
  }
})

test('a certificate that nobody vouches for gets nothing', async ({ api, startReceiver }) => {
  const receiver = await startReceiver({ certificate: 'selfSigned' })
  const { id } = await api.createEndpoint({
    url: `https://localhost:${receiver.port}/`,
    retry_policy: 'none',
  })
  await api.sendEvent('order.shipped', { id: 1 })
  await expect
    .poll(async () => (await api.listDeliveries({ endpoint_id: id })).map((delivery) => delivery.error))
    .toEqual(['tls_error', 'tls_error'])
  expect(receiver.requests).toEqual([])
})
