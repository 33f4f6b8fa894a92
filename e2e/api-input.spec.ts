import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { problemOf } from './fixtures/api'
import { expect, test } from './fixtures/journey'

const KIB = 1024

test('a body that is no JSON is a 400', async ({ api }) => {
  for (const text of ['', '{', '{"type":"order.paid"', 'null x']) {
    expect(await api.refused(400, 'POST', '/2025-09/events', { text })).toMatchObject({
      code: 'malformed_json',
    })
  }
})

test('a body of another type is a 415', async ({ api }) => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
    const call = { text: '{}', headers: { 'content-type': type } }
    expect(await api.refused(415, 'POST', '/2025-09/events', call)).toMatchObject({
      code: 'unsupported_media_type',
    })
  }
})

test('a body that is too large is a 413', async ({ api }) => {
  const event = (length: number) => ({ type: 'order.paid', data: { object: { text: 'x'.repeat(length) } } })
  const tooLarge: [string, unknown][] = [
    ['/2025-09/webhook_endpoints', { name: 'x'.repeat(64 * KIB) }],
    ['/2025-09/events', event(256 * KIB)],
    ['/2025-09/events', { events: Array.from({ length: 17 }, () => event(250 * KIB)) }],
    ['/2025-09/events', { events: [event(10), event(256 * KIB)] }],
  ]
  for (const [path, body] of tooLarge) {
    expect(await api.refused(413, 'POST', path, { body })).toMatchObject({ code: 'body_too_large' })
  }
})

for (const [manner, header] of Object.entries({
  'by its content-length': { 'content-length': String(1024 * 1024 * KIB) },
  'sent in chunks without end': { 'transfer-encoding': 'chunked' },
})) {
  test(`a huge body ${manner} is refused before it is read, and its connection ended`, async ({
    shopbell,
    stores,
  }) => {
    const request = httpRequest(`${shopbell.url}/2025-09/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stores.ownToken}`, 'content-type': 'application/json', ...header },
    })
    // That the connection is reset once the answer is here is what is waited for.
    request.on('error', () => {})
    const answer = new Promise<number | undefined>((resolve) => {
      request.on('response', (response) => resolve(response.resume().statusCode))
    })
    const closed = new Promise((resolve) => request.on('close', resolve))
    let isAnswered = false
    const chunk = Buffer.alloc(64 * KIB, 'x')
    const write = () => {
      if (!isAnswered && !request.destroyed) request.write(chunk, () => setImmediate(write))
    }
    write()
    expect(await answer).toBe(413)
    isAnswered = true
    await closed
  })
}

test('a bad endpoint is a 422 that points to each fault', async ({ api }) => {
  const faults: [Record<string, unknown>, string[]][] = [
    [{}, ['/name', '/api_version', '/url', '/event_types']],
    [{ name: '' }, ['/name']],
    [{ name: 'x'.repeat(101) }, ['/name']],
    [{ api_version: '2024-01' }, ['/api_version']],
    [{ event_types: [] }, ['/event_types']],
    [{ event_types: ['order.paid', 'order.paid'] }, ['/event_types']],
    [{ event_types: ['order.paid', 'order.lost'] }, ['/event_types/1']],
    [{ description: 'x'.repeat(1_001) }, ['/description']],
    [{ metadata: { key: 'x'.repeat(501) } }, ['/metadata/key']],
    [{ metadata: { ['k'.repeat(41)]: 'x' } }, [`/metadata/${'k'.repeat(41)}`]],
    [{ metadata: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ''])) }, ['/metadata']],
    [{ colour: 'red' }, ['/colour']],
    [{ retry_policy: 'never' }, ['/retry_policy']],
    [{ url: 'ftp://example.com/' }, ['/url']],
    [{ url: 'http://example.com/' }, ['/url']],
    [{ url: 'https://10.0.0.1/' }, ['/url']],
    [{ url: `https://example.com/${'x'.repeat(2_048)}` }, ['/url']],
    [{ url: 'nonsense' }, ['/url']],
  ]
  const good = {
    name: 'Good',
    api_version: '2025-09',
    url: 'https://example.com/',
    event_types: ['order.paid'],
  }
  for (const [changes, pointers] of faults) {
    const isEmpty = Object.keys(changes).length === 0
    const body = isEmpty ? {} : { ...good, ...changes }
    const problem = await api.refused(422, 'POST', '/2025-09/webhook_endpoints', { body })
    expect(problem, JSON.stringify(changes)).toMatchObject({ code: 'validation_failed' })
    const pointed = new Set(problem.errors?.map((error) => error.pointer))
    expect([...pointed].sort(), JSON.stringify(changes)).toEqual(pointers.sort())
  }
})

test('a bad event is a 422 that points to each fault', async ({ api }) => {
  const good = { type: 'order.paid', data: { object: {} } }
  const faults: [unknown, string[]][] = [
    [{}, ['/data', '/type']],
    [{ ...good, type: 'order.lost' }, ['/type']],
    [{ ...good, data: { object: [] } }, ['/data']],
    [{ ...good, created: 1.5 }, ['/created']],
    [{ ...good, created: -1 }, ['/created']],
    [{ ...good, idempotency_key: '' }, ['/idempotency_key']],
    [{ ...good, id: 'evt_1' }, ['/id']],
    [{ ...good, data: { object: { total: 2 ** 53 } } }, ['/data/object/total']],
    [{ events: [] }, ['/events']],
    [{ events: Array.from({ length: 501 }, () => good) }, ['/events']],
    [
      { events: [good, { ...good, type: 'x' }, good, { type: 'order.paid' }] },
      ['/events/1/type', '/events/3/data'],
    ],
    [
      { events: [good, { ...good, type: 'x' }, good, { ...good, type: 'y' }] },
      ['/events/1/type', '/events/3/type'],
    ],
  ]
  for (const [body, pointers] of faults) {
    const problem = await api.refused(422, 'POST', '/2025-09/events', { body })
    const label = JSON.stringify(body).slice(0, 80)
    expect(problem.errors?.map((error) => error.pointer).sort(), label).toEqual(pointers)
  }
})

test('a query out of range is a 422 that names the parameter', async ({ api }) => {
  const faults: [string, string][] = [
    ['/2025-09/webhook_endpoints?limit=0', 'limit'],
    ['/2025-09/webhook_endpoints?limit=101', 'limit'],
    ['/2025-09/webhook_endpoints?limit=ten', 'limit'],
    ['/2025-09/webhook_endpoints?limit=1&limit=2', 'limit'],
    ['/2025-09/webhook_endpoints?after=nonsense', 'after'],
    ['/2025-09/webhook_endpoints?colour=red', 'colour'],
    ['/2025-09/deliveries?limit=101', 'limit'],
    ['/2025-09/deliveries?status=lost', 'status'],
    ['/2025-09/deliveries?http_status=99', 'http_status'],
    ['/2025-09/deliveries?http_status=1000', 'http_status'],
    ['/2025-09/deliveries?q=', 'q'],
    ['/2025-09/deliveries?q=%20', 'q'],
    ['/2025-09/deliveries?resend_id=nonsense', 'resend_id'],
    ['/2025-09/deliveries?error=bad_luck', 'error'],
    ['/2025-09/deliveries?since=yesterday', 'since'],
    ['/2025-09/deliveries?endpoint_id=nonsense', 'endpoint_id'],
    ['/2025-09/deliveries?after=nonsense', 'after'],
    ['/2025-09/statistics?days=0', 'days'],
    ['/2025-09/statistics?days=91', 'days'],
    ['/2025-09/statistics?endpoint_id=nonsense', 'endpoint_id'],
    [`/2025-09/webhook_endpoints/we_${'0'.repeat(26)}/statistics?days=0`, 'days'],
    [`/2025-09/webhook_endpoints/we_${'0'.repeat(26)}/statistics?event_type=order.paid`, 'event_type'],
  ]
  for (const [path, pointer] of faults) {
    const problem = await api.refused(422, 'GET', path)
    expect(
      problem.errors?.map((error) => error.pointer),
      path,
    ).toEqual([pointer])
  }
})

test('nothing that a client sends makes a 500', async ({ api }) => {
  const paths = [
    '/2025-09/deliveries?q=%00',
    '/2025-09/deliveries?event_type=%00',
    '/2025-09/deliveries?q=%F0%9F%94%94',
    '/2025-09/deliveries/%00',
    '/2025-09/deliveries/%E0%A4%A',
    '/2025-09/webhook_endpoints/..%2F..',
    "/2025-09/event_types/'%3B--",
  ]
  for (const path of paths) {
    const answer = await api.call('GET', path)
    expect(answer.status, `${path}: ${answer.text}`).toBeLessThan(500)
    if (answer.status >= 400) problemOf(answer)
  }
  const bodies = ['[]', 'null', '1', '"x"', '{"events":{}}', '{"events":[null]}', '{"__proto__":1}']
  for (const text of bodies) {
    const answer = await api.call('POST', '/2025-09/events', { text })
    expect(answer.status, text).toBe(422)
    problemOf(answer)
  }
})

test('a connection that asks to be upgraded is ended', async ({ shopbell }) => {
  const { hostname, port } = new URL(shopbell.url)
  for (const path of ['/nope', '/', '/_next/webpack-hmr', '/api/health']) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    await new Promise((resolve) => socket.resume().once('close', resolve))
  }
})

test('what is no path or no method of ours is answered in the API’s form', async ({ shopbell }) => {
  const { hostname, port } = new URL(shopbell.url)
  const cases: [request: string, status: number][] = [
    ['GET /2025-09/events/%', 404],
    ['GET /2025-09//events', 404],
    ['GET *', 404],
    ['TRACE /api/health', 405],
    ['PROPFIND /2025-09/events', 405],
  ]
  for (const [request, status] of cases) {
    const socket = connect(Number(port), hostname)
    socket.write(`${request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    const chunks: Buffer[] = []
    for await (const chunk of socket) chunks.push(chunk)
    const answer = Buffer.concat(chunks).toString()
    expect(answer, request).toContain(`HTTP/1.1 ${status} `)
    expect(answer, request).toContain('application/problem+json')
  }
})
