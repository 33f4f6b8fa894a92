import { isDeepStrictEqual } from 'node:util'
import { Webhook } from 'standardwebhooks'
import type { Receiver } from '@/lib/testing/fake-receiver'
import { apiVersions, getPayloadFormat } from '@/lib/webhooks/payload-formats/registry'
import { expect, test } from './fixtures/journey'
import { headerOf, type ReceivedRequest, standardHeaders } from './fixtures/received'
import { shapes } from './fixtures/shapes'
import { verifyParsedBody } from './receivers/seed-003'

const SHIPPED = { id: 7, number: 'N-7', name: '<!channel> & co', carrier: 'UPS', tracking_number: '1Z9' }
const PATH = '/2025-09/webhook_endpoints'

/** What arrived of an event. */
async function arrivedOf(receiver: Receiver, eventId: string, count = 1): Promise<ReceivedRequest[]> {
  const found = () => receiver.requests.filter(({ headers }) => headers['webhook-id'] === eventId)
  await expect.poll(() => found().length).toBe(count)
  return found()
}

for (const version of apiVersions) {
  test(`an endpoint of version ${version} gets its format, signed twice, also in tests and resends`, async ({
    api,
    startReceiver,
  }) => {
    const receiver = await startReceiver()
    const { id, secret, api_version } = await api.createEndpoint({ url: receiver.url, api_version: version })
    expect(api_version).toBe(version)
    const sent = await api.sendEvent('order.shipped', SHIPPED)
    const [delivery] = await api.listDeliveries({ q: sent.id })
    if (!delivery) throw new Error('The event has no delivery.')
    await arrivedOf(receiver, sent.id)
    // While an attempt is in flight, a resend asks for nothing more.
    await expect.poll(async () => (await api.getDelivery(delivery.id)).delivery.status).toBe('delivered')
    await api.expect(202, shapes.delivery, 'POST', `/2025-09/deliveries/${delivery.id}/resend`, { body: {} })
    const requests = await arrivedOf(receiver, sent.id, 2)
    for (const request of requests) {
      const body = request.rawBody.toString()
      expect(body).toBe(requests[0]?.rawBody.toString())
      expect(body).toBe(JSON.stringify(JSON.parse(body)))
      expect(headerOf(request, 'content-type')).toBe(getPayloadFormat(version)?.contentType)
      expect(new Webhook(`whsec_${secret}`).verify(body, standardHeaders(request))).toEqual(JSON.parse(body))
      expect(verifyParsedBody(request.rawBody, headerOf(request, 'shopbell-signature'), secret)).toBe(true)
    }
    // The log shows what was sent.
    await expect.poll(async () => (await api.getDelivery(delivery.id)).attempts.length).toBe(2)
    const { attempts } = await api.getDelivery(delivery.id)
    expect(attempts.map(({ request }) => request.body)).toEqual(requests.map(({ rawBody }) => `${rawBody}`))

    const { delivery: tested } = await api.expect(202, shapes.delivery, 'POST', `${PATH}/${id}/test`, {
      body: { event_type: 'order.shipped', data: { object: SHIPPED } },
    })
    const [test] = await arrivedOf(receiver, tested.event_id)
    const [real, ofTest] = [requests[0], test].map((request) => JSON.parse(`${request?.rawBody}`))
    if (version === '2025-09') {
      expect(real).toMatchObject({ id: sent.id, type: 'order.shipped', data: { object: SHIPPED } })
      expect([real.test, ofTest.test]).toEqual([undefined, true])
    } else if (version === 'cloudevents-1.0') {
      expect(real).toEqual({
        specversion: '1.0',
        id: sent.id,
        source: expect.stringMatching(/^urn:shopbell:store:[0-9a-f-]{36}$/),
        type: 'order.shipped',
        subject: '7',
        time: sent.created_at,
        datacontenttype: 'application/json',
        data: { object: SHIPPED },
      })
      expect([real.shopbelltest, ofTest.shopbelltest]).toEqual([undefined, true])
      expect(ofTest.source).toBe(real.source)
    } else {
      expect(real.text).toBe('Order *N-7* was shipped with UPS: 1Z9')
      expect(ofTest.text).toBe('*[Test]* Order *N-7* was shipped with UPS: 1Z9')
    }
  })
}

test('what waits for a retry keeps its format when the endpoint gets another one', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url, api_version: 'cloudevents-1.0' })
  await receiver.waitFor(1)
  receiver.setBehaviour((_, response) => void response.writeHead(404).end('no_service'))
  const before = await api.sendEvent('order.shipped', SHIPPED)
  await arrivedOf(receiver, before.id)
  await api.expect(200, shapes.endpoint, 'PATCH', `${PATH}/${id}`, { body: { api_version: 'slack' } })
  receiver.setBehaviour((_, response) => void response.end('ok'))
  await expect
    .poll(async () => (await api.listDeliveries({ q: before.id })).map(({ status }) => status), {
      timeout: 20_000,
    })
    .toEqual(['delivered'])
  const sent = receiver.requests.filter(({ headers }) => headers['webhook-id'] === before.id)
  expect(sent.length).toBeGreaterThan(1)
  const [first, ...others] = sent.map(({ rawBody }) => JSON.parse(rawBody.toString()))
  expect(first).toMatchObject({ specversion: '1.0' })
  expect(others.every((other) => isDeepStrictEqual(other, first))).toBe(true)

  const after = await api.sendEvent('order.shipped', SHIPPED)
  const [message] = await arrivedOf(receiver, after.id)
  expect(JSON.parse(`${message?.rawBody}`)).toMatchObject({ blocks: expect.any(Array) })
  const { endpoint } = await api.expect(200, shapes.endpoint, 'GET', `${PATH}/${id}`)
  expect(endpoint.api_version).toBe('slack')
})
