import { problemOf } from './fixtures/api'
import { expect, test } from './fixtures/journey'
import { withoutTests } from './fixtures/received'
import { shapes } from './fixtures/shapes'

const ENDPOINTS = '/2025-09/webhook_endpoints'
const EVENTS = '/2025-09/events'
const MOST_BYTES = 256 * 1024

const goodEndpoint = {
  name: 'Good',
  api_version: '2025-09',
  url: 'https://example.com/',
  event_types: ['order.paid'],
}

/** `[[…]]`, so many deep. */
const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('what cannot be an endpoint is refused with a pointer and a code', async ({ api }) => {
  const list = () => api.expect(200, shapes.endpoints, 'GET', `${ENDPOINTS}?limit=100`)
  const before = await list()
  const faults: [object, pointer: string, code: string][] = [
    // Schemes
    [{ url: 'ftp://example.com/' }, '/url', 'url_scheme'],
    [{ url: 'file:///etc/passwd' }, '/url', 'url_scheme'],
    [{ url: 'javascript:alert(1)' }, '/url', 'url_scheme'],
    [{ url: 'gopher://example.com/' }, '/url', 'url_scheme'],
    [{ url: 'https:/example.com' }, '/url', 'url_scheme'],
    [{ url: 'http://example.com/' }, '/url', 'url_https_required'],
    [{ url: 'http://8.8.8.8/' }, '/url', 'url_https_required'],
    // Every spelling of a private address that is not this machine's
    ...[
      ...['10.0.0.1', '167772161', '01200000001', '012.0.0.1', '0xa.1', '0x0a000001', '10.1', '10.0.0.1.'],
      ...['%31%30.0.0.1', '①⓪.⓪.⓪.①', '10。0。0。1', '1０.0.0.1', '169.254.169.254', '168.63.129.16', '0'],
      ...[
        '[::10.0.0.1]',
        '[::ffff:10.0.0.1]',
        '[64:ff9b::a00:1]',
        '[fd00:ec2::254]',
        '[fe80::1]',
        '[ff02::1]',
      ],
      ...[
        '[2002:a00:1::]',
        '[2001:db8::1]',
        '[::]',
        '100.64.0.1',
        '192.0.2.1',
        '224.0.0.1',
        '255.255.255.255',
      ],
    ].map((host): [object, string, string] => [{ url: `https://${host}/` }, '/url', 'url_private_address']),
    [{ url: 'https://127.66.0.1/' }, '/url', 'url_private_address'],
    // Names that no public host has
    ...[
      'localhost.',
      'foo.localhost',
      'printer.local',
      'metadata.google.internal',
      'nas.home.arpa',
      'a.test',
    ].map((host): [object, string, string] => [{ url: `https://${host}/` }, '/url', 'url_host']),
    ...['a.invalid', 'a.example', 'a.onion', 'intranet', 'example.com.'].map(
      (host): [object, string, string] => [{ url: `https://${host}/` }, '/url', 'url_host'],
    ),
    // What a parser would repair
    [{ url: 'https://evil.com@10.0.0.1/' }, '/url', 'url_userinfo'],
    [{ url: 'https://10.0.0.1%2f@evil.com/' }, '/url', 'url_userinfo'],
    [{ url: 'https://1.1.1.1 &@2.2.2.2# @3.3.3.3/' }, '/url', 'url_characters'],
    [{ url: 'https:/\\10.0.0.1' }, '/url', 'url_characters'],
    [{ url: 'https://evil.com\\@example.com/' }, '/url', 'url_characters'],
    [{ url: 'https://exa\tmple.com/' }, '/url', 'url_characters'],
    [{ url: ' https://example.com/' }, '/url', 'url_characters'],
    [{ url: 'https://example.com/\u0000' }, '/url', 'url_characters'],
    [{ url: 'https://256.1.1.1/' }, '/url', 'url_invalid'],
    [{ url: 'https://4294967296/' }, '/url', 'url_invalid'],
    [{ url: 'https://[fe80::1%25eth0]/' }, '/url', 'url_invalid'],
    [{ url: 'https://example.com:65536/' }, '/url', 'url_invalid'],
    [{ url: 'https://ex%00ample.com/' }, '/url', 'url_invalid'],
    [{ url: `https://example.com/${'x'.repeat(2_029)}` }, '/url', 'too_large'],
    ...[0, 22, 25, 110, 143, 465, 587, 5432, 6379].map((port): [object, string, string] => [
      { url: `https://example.com:${port}/` },
      '/url',
      'url_port',
    ]),
    // Placeholders where none may be
    [{ url: '{{scheme}}://example.com/' }, '/url', 'url_placeholder_scheme'],
    [{ url: 'https://{{user}}@example.com/' }, '/url', 'url_placeholder_userinfo'],
    [{ url: 'https://{{host}}/' }, '/url', 'url_placeholder_host'],
    [{ url: 'https://example.com:{{port}}/' }, '/url', 'url_placeholder_port'],
    [{ url: 'https://example.com/{{' }, '/url', 'url_placeholder_braces'],
    // Headers that are not the store's to set, or would be two
    ...['Host', 'Content-Length', 'webhook-id', 'X-Forwarded-For', 'Transfer-Encoding', 'TE', 'Upgrade'].map(
      (name): [object, string, string] => [{ headers: { [name]: 'a' } }, `/headers/${name}`, 'invalid'],
    ),
    [{ headers: { 'x-a': 'a\nb' } }, '/headers/x-a', 'invalid'],
    [{ headers: { 'x\r\ny': 'a' } }, '/headers/x\r\ny', 'invalid'],
    // Of another form
    [{ url: { not: '' } }, '/url', 'invalid_type'],
    [{ name: ['x'] }, '/name', 'invalid_type'],
    [{ event_types: 'order.paid' }, '/event_types', 'invalid_type'],
    [{ event_types: { 0: 'order.paid' } }, '/event_types', 'invalid_type'],
    [{ event_types: ['__proto__'] }, '/event_types/0', 'unknown_event_type'],
    // Not a client's to choose
    [{ secret: 'whsec_%' }, '/secret', 'unknown_field'],
    [{ store_id: '01948f9b-1000-7000-8000-000000000000' }, '/store_id', 'unknown_field'],
    [{ storeId: 1 }, '/storeId', 'unknown_field'],
    // What the database cannot hold
    [{ name: 'a\u0000b' }, '/name', 'invalid'],
    [{ name: 'a\ud800b' }, '/name', 'invalid'],
    [{ description: '\u0000' }, '/description', 'invalid'],
    [{ metadata: { a: '\u0000' } }, '/metadata/a', 'invalid'],
    [{ metadata: { '\ud800': 'a' } }, '/metadata/\ufffd', 'invalid'],
  ]
  for (const [changes, pointer, code] of faults) {
    const body = { ...goodEndpoint, ...changes }
    const answer = await api.call('POST', ENDPOINTS, { body })
    const { errors = [] } = problemOf(answer)
    const label = JSON.stringify(changes).slice(0, 90)
    expect(
      errors.map((error) => [error.pointer, error.code]),
      label,
    ).toContainEqual([pointer, code])
    for (const error of errors)
      expect(error.pointer, label).toMatch(new RegExp(`^/${Object.keys(changes)[0]}`))
  }

  const manyTypes = Array.from({ length: 1_000 }, (_, index) => `a.b${index}`)
  const body = { ...goodEndpoint, event_types: manyTypes }
  expect((await api.refused(422, 'POST', ENDPOINTS, { body })).errors).toHaveLength(100)
  const tooMany = { ...goodEndpoint, event_types: Array.from({ length: 10_001 }, () => 'order.paid') }
  await api.refused(413, 'POST', ENDPOINTS, { body: tooMany })
  expect((await list()).endpoints, 'nothing came of all that').toEqual(before.endpoints)
})

test('what cannot be an event is refused with a pointer and a code', async ({ api }) => {
  const event = (object: string) => `{"type":"order.paid","data":{"object":${object}}}`
  const typed = (type: unknown) => JSON.stringify({ type, data: { object: {} } })
  const keyed = (key: unknown) =>
    JSON.stringify({ type: 'order.paid', data: { object: {} }, idempotency_key: key })
  const depth = (levels: number) => `/data/object/a${'/0'.repeat(levels)}`
  const faults: [string, pointer: string, code: string][] = [
    // `data` itself and its object are two levels; objects and lists count alike.
    [event(`{"a":${lists(63)}}`), depth(62), 'too_deep'],
    [event(`{"a":${lists(5_000)}}`), depth(62), 'too_deep'],
    [
      event(`{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`),
      `/data/object/a${'/a'.repeat(62)}`,
      'too_deep',
    ],
    [event('{"id":12345678901234567890}'), '/data/object/id', 'number_not_exact'],
    [event('{"id":1e300}'), '/data/object/id', 'number_not_exact'],
    [event('{"__proto__":{"a":9007199254740993}}'), '/data/object/__proto__/a', 'number_not_exact'],
    [
      `{"events":[${event('{}')},${event('{"id":9007199254740993}')}]}`,
      '/events/1/data/object/id',
      'number_not_exact',
    ],
    ...[
      'a..b',
      '../x',
      'x'.repeat(300),
      '',
      '__proto__',
      'order-paid',
      'Order.Paid',
      'order.paid\u0000',
      '\ud800',
    ].map((type): [string, string, string] => [typed(type), '/type', 'unknown_event_type']),
    ...[null, 1, [], {}].map((type): [string, string, string] => [typed(type), '/type', 'invalid_type']),
    ['{"type":"order.paid","data":[]}', '/data', 'invalid'],
    ['{"type":"order.paid","data":{"object":null}}', '/data', 'invalid'],
    ['{"type":"order.paid","data":{"object":{}},"id":"evt_a.b c"}', '/id', 'unknown_field'],
    [keyed('k'.repeat(201)), '/idempotency_key', 'too_large'],
    [keyed('a\u0000'), '/idempotency_key', 'invalid'],
    [keyed('\ud800'), '/idempotency_key', 'invalid'],
    [keyed(7), '/idempotency_key', 'invalid_type'],
    ['[]', '', 'invalid_type'],
    ['""', '', 'invalid_type'],
    ['null', '', 'invalid_type'],
    [lists(100_000), '', 'invalid_type'],
  ]
  for (const [text, pointer, code] of faults) {
    const { errors = [] } = await api.refused(422, 'POST', EVENTS, { text })
    expect(
      errors.map((error) => [error.pointer, error.code]),
      text.slice(0, 90),
    ).toContainEqual([pointer, code])
  }
  const notJson = [
    '"\\ud8"',
    '{"a":01}',
    '{"a":1,}',
    'NaN',
    '\ufeff\ufeff{}',
    '['.repeat(100_000),
    '{"a":"\n"}',
  ]
  for (const text of notJson) {
    expect(await api.refused(400, 'POST', EVENTS, { text })).toMatchObject({ code: 'malformed_json' })
  }
})

test('bytes that are no UTF-8 are no JSON', async ({ shopbell, stores }) => {
  const wrong = [
    [0x22, 0xff, 0x22],
    [0x22, 0xc0, 0x80, 0x22],
    [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0xff, 0xfe, 0x7b],
  ]
  for (const bytes of wrong) {
    for (const path of [EVENTS, ENDPOINTS, '/v1/webhooks']) {
      const response = await fetch(shopbell.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${stores.ownToken}`, 'content-type': 'application/json' },
        body: Buffer.from(bytes),
      })
      expect(response.status, `${path}: ${await response.text()}`).toBe(400)
    }
  }
})

test('an event may have as much data as is said, and not a byte more', async ({ api }) => {
  const overhead = '{"object":{"text":""}}'.length
  const send = (length: number) =>
    api.call('POST', EVENTS, { body: { type: 'order.paid', data: { object: { text: 'x'.repeat(length) } } } })
  expect((await send(MOST_BYTES - overhead)).status).toBe(202)
  expect(problemOf(await send(MOST_BYTES - overhead + 1))).toMatchObject({
    status: 413,
    code: 'body_too_large',
  })
})

test('odd data arrives as JSON has it, past a filter too', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const filter = { match: 'any', conditions: [{ path: 'total', operator: 'exists', value: true }] }
  await api.createEndpoint({ url: receiver.url, filter })
  await receiver.waitFor(1)
  const objects = [
    String.raw`{"total":1,"text":"a\u0000b"}`,
    String.raw`{"total":1,"text":"a\ud800b","\udfff":"\u0000"}`,
    '{"total":1,"__proto__":{"isAdmin":true},"constructor":1,"toString":null,"hasOwnProperty":0}',
    '{"total":1,"total":2,"a":3,"a":4}',
    '{"2":0,"1":0,"total":-0.0,"e":1.0e2,"":" \u2028"}',
  ]
  for (const object of objects) {
    const answer = await api.call('POST', EVENTS, {
      text: `{"type":"order.shipped","data":{"object":${object}}}`,
    })
    expect(answer.status, answer.text).toBe(202)
    expect(answer.json).toMatchObject({ event: { deliveries_count: 1 } })
  }
  await receiver.waitFor(1 + objects.length)
  const received = withoutTests(receiver.requests).map(({ rawBody }) => {
    const body = rawBody.toString()
    return body.slice(body.indexOf('"object":') + '"object":'.length, -2)
  })
  const expected = objects.map((object) => JSON.stringify(JSON.parse(object)))
  expect(received.toSorted()).toEqual(expected.toSorted())
})

test('no path that takes a body makes a 5xx of one', async ({ api, startReceiver }) => {
  const receiver = await startReceiver()
  const { id } = await api.createEndpoint({ url: receiver.url })
  await receiver.waitFor(1)
  const paths: [method: string, path: string][] = [
    ['POST', ENDPOINTS],
    ['PATCH', `${ENDPOINTS}/${id}`],
    ['POST', `${ENDPOINTS}/${id}/rotate_secret`],
    ['POST', `${ENDPOINTS}/${id}/test`],
    ['POST', `${ENDPOINTS}/${id}/catch_up`],
    ['POST', EVENTS],
    ['POST', '/2025-09/resends'],
    ['POST', '/v1/webhooks'],
    ['PUT', '/v1/webhooks?id=1'],
  ]
  const odd = [
    '"\\u0000"',
    '"\\ud800"',
    '1e999',
    '-1',
    '9007199254740993',
    '{"a":{"__proto__":[]}}',
    lists(5_000),
  ]
  const fields = [
    ...[
      'name',
      'url',
      'email',
      'headers',
      'metadata',
      'filter',
      'description',
      'event_types',
      'kind',
      'status',
    ],
    ...[
      'grace_seconds',
      'event_type',
      'data',
      'rate',
      'dry_run',
      'type',
      'events',
      'created',
      'url_or_email',
    ],
    ...[
      'idempotency_key',
      'event',
      '__proto__',
      'constructor',
      'timeout_seconds',
      'rate_limit',
      'concurrency',
    ],
  ]
  const bodies = [
    ...['[]', 'null', '0', '""', 'true', lists(30_000), '{"__proto__":null}', '{"filter":{"q":"\\u0000"}}'],
    ...['{"filter":{"delivery_ids":["\\u0000"]}}', '{"filter":{"since":"+999999-01-01T00:00:00Z"}}'],
    ...odd.map((value) => `{${fields.map((field) => `"${field}":${value}`).join()}}`),
    ...odd.map(
      (value) =>
        `{"filter":{"match":"all","conditions":[{"path":${value},"operator":"equals","value":${value}}]}}`,
    ),
    ...odd.map((value) => `{"metadata":{"a":${value}},"headers":{"a":${value}},"data":{"object":${value}}}`),
  ]
  for (const [method, path] of paths) {
    for (const text of bodies) {
      const answer = await api.call(method, path, { text })
      const label = `${method} ${path} ${text.slice(0, 80)}: ${answer.text.slice(0, 200)}`
      expect(answer.status, label).toBeLessThan(500)
      if (answer.status >= 400 && !path.startsWith('/v1')) problemOf(answer)
    }
  }
})
