import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures/journey'
import { shapes } from './fixtures/shapes'

const body = { type: 'order.shipped', data: { object: { id: 'ord_7' } } }

test('the same key and content store an event once', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const key = randomUUID()
  const send = (call: Parameters<typeof api.call>[2]) =>
    api.expect(202, shapes.event, 'POST', '/2025-09/events', call).then(({ event }) => event)

  const first = await send({ body: { ...body, idempotency_key: key } })
  expect(await send({ body: { ...body, idempotency_key: key } })).toEqual(first)
  expect(await send({ body, headers: { 'idempotency-key': key } }), 'as a header').toEqual(first)
  expect((await send({ body: { ...body, idempotency_key: randomUUID() } })).id).not.toBe(first.id)
  expect(await api.listDeliveries({ endpoint_id: id, q: first.id })).toHaveLength(1)

  const other = { ...body, data: { object: { id: 'ord_8' } }, idempotency_key: key }
  expect(await api.refused(409, 'POST', '/2025-09/events', { body: other })).toMatchObject({
    code: 'idempotency_conflict',
    errors: [{ pointer: '/idempotency_key' }],
  })
  const { idempotency_key: _, ...plain } = other
  const inHeader = { body: plain, headers: { 'idempotency-key': key } }
  expect(await api.refused(409, 'POST', '/2025-09/events', inHeader)).toMatchObject({
    errors: [{ pointer: 'idempotency-key' }],
  })
  const two = { body: { ...plain, idempotency_key: randomUUID() }, headers: { 'idempotency-key': key } }
  expect(await api.refused(422, 'POST', '/2025-09/events', two)).toMatchObject({
    errors: [{ pointer: '/idempotency_key', code: 'not_with_header' }],
  })
})

test('the same key in parallel stores an event once', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const keyed = { ...body, idempotency_key: randomUUID() }
  const sent = await Promise.all(
    Array.from({ length: 20 }, () =>
      api.expect(202, shapes.event, 'POST', '/2025-09/events', { body: keyed }),
    ),
  )
  const ids = new Set(sent.map(({ event }) => event.id))
  expect(ids.size).toBe(1)
  expect(await api.listDeliveries({ endpoint_id: id })).toHaveLength(2)
})

test('a batch is stored whole', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const events = [body, { ...body, created: 1_642_435_200 }, { type: 'stock.low', data: { object: {} } }]
  const stored = await api.expect(202, shapes.events, 'POST', '/2025-09/events', { body: { events } })
  expect(stored.events.map((event) => [event.type, event.deliveries_count])).toEqual([
    ['order.shipped', 1],
    ['order.shipped', 1],
    ['stock.low', 0],
  ])
  expect(stored.events[1]).toMatchObject({ created: 1_642_435_200, data: body.data })
  for (const event of stored.events) {
    const detail = await api.expect(200, shapes.eventDetail, 'GET', `/2025-09/events/${event.id}`)
    expect(detail.event).toEqual(event)
    expect(detail.deliveries.map((delivery) => delivery.endpoint_id)).toEqual(
      event.type === 'stock.low' ? [] : [id],
    )
  }
})

test('a batch is stored not at all where one of it is refused', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  const key = randomUUID()
  const bad = await api.refused(422, 'POST', '/2025-09/events', {
    body: { events: [body, { ...body, type: 'order.lost' }, { type: body.type }] },
  })
  expect(bad.errors?.map((error) => error.pointer).sort()).toEqual(['/events/1/type', '/events/2/data'])
  await api.expect(202, shapes.event, 'POST', '/2025-09/events', { body: { ...body, idempotency_key: key } })
  const conflicting = { ...body, data: { object: { id: 'ord_9' } }, idempotency_key: key }
  const refusal = await api.refused(409, 'POST', '/2025-09/events', { body: { events: [body, conflicting] } })
  expect(refusal.errors?.map((error) => error.pointer)).toEqual(['/events/1/idempotency_key'])
  expect(await api.listDeliveries({ endpoint_id: id })).toHaveLength(2)
})
