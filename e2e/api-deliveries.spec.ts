import { expect, test } from './fixtures/journey'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

test('the log comes in pages, newest first, without a gap or a repeat', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const eventIds = await api.sendEvents('order.shipped', 25)
  const all = await api.listDeliveries({ endpoint_id: id })
  expect(all).toHaveLength(26)

  const paged: string[] = []
  let after = ''
  do {
    const path = `/2025-09/deliveries?endpoint_id=${id}&limit=10${after && `&after=${after}`}`
    const { deliveries, meta } = await api.expect(200, shapes.deliveries, 'GET', path)
    expect(deliveries.length).toBeLessThanOrEqual(10)
    paged.push(...deliveries.map((delivery) => delivery.id))
    after = meta.next_cursor ?? ''
  } while (after !== '')
  expect(paged).toEqual(all.map((delivery) => delivery.id))
  expect(paged).toEqual(paged.toSorted().reverse())
  const found = all.filter((delivery) => !delivery.test).map((delivery) => delivery.event_id)
  expect(found.sort()).toEqual(eventIds.sort())
})

test('every filter of the log finds what it names, and nothing else', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  receiver.setBehaviour((request, response) => {
    const { type } = JSON.parse(request.rawBody.toString())
    response.writeHead(type === 'order.paid' ? 503 : 200).end()
  })
  const types = ['order.shipped', 'order.paid']
  const endpoint = await api.createEndpoint({
    url: `${receiver.url}/filters`,
    event_types: types,
    retry_policy: 'none',
  })
  const since = new Date(Date.parse(endpoint.created_at)).toISOString()
  const shipped = await api.sendEvent('order.shipped', {
    id: 'ord_shipped',
    customer_email: 'eve@example.com',
  })
  const paid = await api.sendEvent('order.paid', { id: 'ord_paid' })
  const own = () => api.listDeliveries({ endpoint_id: endpoint.id })
  await expect
    .poll(async () => (await own()).map((delivery) => delivery.status).sort())
    .toEqual(['delivered', 'delivered', 'failed'])
  const ofShipped = (await own()).find((delivery) => delivery.event_id === shipped.id)

  const filters: [Record<string, string>, string[]][] = [
    [{ event_type: 'order.paid' }, [paid.id]],
    [{ status: 'failed' }, [paid.id]],
    [{ status: 'retrying' }, []],
    [{ http_status: '503' }, [paid.id]],
    [{ http_status: '404' }, []],
    [{ error: 'http_error' }, [paid.id]],
    [{ error: 'timeout' }, []],
    [{ since, event_type: 'order.paid' }, [paid.id]],
    [{ until: since }, []],
    [{ q: paid.id }, [paid.id]],
    [{ q: ofShipped?.id ?? '' }, [shipped.id]],
    [{ q: 'ord_paid' }, [paid.id]],
    [{ q: 'eve@example.com' }, [shipped.id]],
    [{ q: 'nobody@example.com' }, []],
    [{ resend_id: `rs_${'0'.repeat(26)}` }, []],
    [{ status: 'failed', event_type: 'order.shipped' }, []],
    [
      { status: 'failed', event_type: 'order.paid', http_status: '503', error: 'http_error', since },
      [paid.id],
    ],
  ]
  for (const [filter, expected] of filters) {
    const found = await api.listDeliveries({ endpoint_id: endpoint.id, ...filter })
    expect(
      found.map((delivery) => delivery.event_id),
      JSON.stringify(filter),
    ).toEqual(expected)
  }
  const byUrl = await api.listDeliveries({ q: `:${receiver.port}/filters` })
  expect(byUrl, 'part of the URL').toHaveLength(3)
  expect(await api.listDeliveries({ q: endpoint.id }), 'the endpoint’s id').toHaveLength(3)
})

test('a failed delivery that a resend delivers counts as recovered, and stays failed in the rate', async ({
  api,
  startReceiver,
}) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url, retry_policy: 'none' })
  await expect.poll(() => receiver.requests.length).toBe(1)
  receiver.setBehaviour((_, response) => void response.writeHead(302, { location: '/elsewhere' }).end())
  const event = await api.sendEvent('order.shipped', {})
  const log = () => api.listDeliveries({ endpoint_id: id, q: event.id })
  await expect.poll(log).toMatchObject([{ status: 'failed', error: 'redirect', http_status: 302 }])
  const [failed] = await log()
  if (!failed) throw new Error('There is no delivery.')

  receiver.setBehaviour((_, response) => void response.end('ok'))
  await api.expect(202, shapes.delivery, 'POST', `/2025-09/deliveries/${failed.id}/resend`)
  await expect
    .poll(log)
    .toMatchObject([
      { status: 'delivered', trigger: 'resend', attempts_count: 2, recovered_at: expect.any(String) },
    ])
  expect(await api.getStatistics(id)).toMatchObject({
    deliveries: { total: 1, delivered: 0, failed: 1, recovered: 1, success_rate: 0 },
    first_attempt_success_rate: 0,
    attempts: { total: 2, succeeded: 1, failed: 1 },
    errors: [{ error: 'redirect', http_status: 302, count: 1 }],
  })
  expect(withoutTests(receiver.requests).map((request) => request.path)).toEqual(['/', '/'])
})

test('twenty clicks on resend are one attempt', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const event = await api.sendEvent('order.shipped', {})
  const log = () => api.listDeliveries({ endpoint_id: id, q: event.id })
  await expect.poll(log).toMatchObject([{ status: 'delivered' }])
  const [delivery] = await log()

  let release = () => {}
  receiver.setBehaviour((_, response) => {
    release = () => response.end('ok')
  })
  const path = `/2025-09/deliveries/${delivery?.id}/resend`
  await Promise.all(Array.from({ length: 20 }, () => api.expect(202, shapes.delivery, 'POST', path)))
  await expect.poll(() => withoutTests(receiver.requests).length).toBe(2)
  release()
  await expect.poll(log).toMatchObject([{ status: 'delivered', attempts_count: 2 }])
  expect(withoutTests(receiver.requests)).toHaveLength(2)
})
