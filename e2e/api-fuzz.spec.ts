import fc from 'fast-check'
import { exampleOwnType } from '@/lib/http/dated/event-type-schema'
import { exampleIds } from '@/lib/http/dated/public-id-schema'
import { Contract, type Operation } from './fixtures/contract'
import { expect, test } from './fixtures/journey'

/** Requests to each operation; `FUZZ_RUNS=2000 FUZZ_SEED=42` for a longer look, or the same one again. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40)
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const TAKES_MS = 60_000 + RUNS * 1_500
const TYPE = 'order.paid'

const texts = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    'a\0b',
    '\ud800',
    'x\udfff',
    '\u202eabc',
    'שלום עולם',
    '﷽',
    '👩‍👩‍👧‍👦',
    '__proto__',
    'constructor',
    '{{',
    '{{order_id}}',
    '#{x}',
    "'; DROP TABLE x; --",
    '../../etc/passwd',
    '%00',
    '1e400',
    'null',
    '2025-02-30T00:00:00Z',
    '9999999-01-01T00:00:00Z',
    '-271821-04-20T00:00:00Z',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer({ min: 1_000, max: 30_000 }).map((length) => 'x'.repeat(length)),
)
const numbers = fc.oneof(
  fc.constantFrom(-1, 0, -0, 0.5, 1e-320, 2 ** 31, 2 ** 53, 2 ** 63, 1e308, -1e308),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const deep = fc
  .tuple(fc.integer({ min: 20, max: 3_000 }), fc.constantFrom('[]', '{}'))
  .map(([depth, form]): unknown => {
    const [open, close] = form === '[]' ? ['[', ']'] : ['{"a":', '}']
    return new Raw(`${open.repeat(depth)}1${close.repeat(depth)}`)
  })
const values = fc.oneof(
  texts,
  numbers,
  fc.constantFrom(null, true, false, [], {}, [null], [[]]),
  fc.array(texts, { maxLength: 5 }),
  fc.dictionary(texts, fc.oneof(texts, numbers, fc.constant(null)), { maxKeys: 5 }),
  deep,
)

/** JSON that is written as it is: JSON.stringify would be at its end before the server is. */
class Raw {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toJSON(): string {
    return `raw:${this.#text}`
  }
}

const write = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/"raw:((?:[^"\\]|\\.)*)"/g, (_, text: string) => JSON.parse(`"${text}"`))

/** A body near the example: some of its members other values, gone or joined by others, at any depth. */
function mutated(example: unknown): fc.Arbitrary<unknown> {
  if (typeof example !== 'object' || example === null) return fc.oneof(values, fc.constant(example))
  if (Array.isArray(example)) {
    return fc.oneof(values, fc.array(mutated(example[0] ?? null), { maxLength: 6 }))
  }
  const members = Object.entries(example).map(([key, value]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([key, value] as const) },
      { weight: 2, arbitrary: mutated(value).map((other) => [key, other] as const) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  )
  const added = fc.array(fc.tuple(texts, values), { maxLength: 2 })
  const object = fc
    .tuple(fc.tuple(...members), added)
    .map(([kept, more]) =>
      Object.fromEntries([...kept.flatMap((member) => (member ? [member] : [])), ...more]),
    )
  return fc.oneof({ weight: 4, arbitrary: object }, { weight: 1, arbitrary: values })
}

const types = fc.oneof(
  { weight: 8, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      ';',
      'x',
    ),
  },
)

type Shot = { path: string; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> | null }

function shots(each: Operation, example: unknown, ids: readonly string[]): fc.Arbitrary<Shot> {
  const { operation, path, method } = each
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    {
      weight: 1,
      arbitrary: texts.map(
        (text) => encodeURIComponent(text.slice(0, 300).toWellFormed().replace(/^\.+$/, 'x')) || 'x',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('%E0%A4%A', '%00', '%2F', '%2e%2e', 'we_', '8'.repeat(30)) },
  )
  const names = (operation.parameters ?? []).flatMap((one) =>
    'in' in one && one.in === 'query' ? [one.name] : [],
  )
  const query = fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 4, arbitrary: names.length > 0 ? fc.constantFrom(...names) : fc.constant('limit') },
          { weight: 1, arbitrary: texts },
        ),
        fc.oneof(texts, numbers.map(String), fc.constantFrom(...ids)),
      ),
      { maxLength: 4 },
    )
    .map((pairs) =>
      new URLSearchParams(
        pairs.map(([name, value]) => [name.slice(0, 200), value.slice(0, 2_000)]),
      ).toString(),
    )
  const body =
    method === 'GET' || method === 'DELETE'
      ? fc.constant(null)
      : fc.oneof(
          { weight: 8, arbitrary: mutated(example ?? {}).map(write) },
          {
            weight: 1,
            arbitrary: fc.constantFrom('', '{', '[', '\ufeff{}', '{"a":1,"a":2}', 'NaN', '"\\ud800"'),
          },
          { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)) },
        )
  const headers = fc.record(
    {
      'content-type': types,
      'idempotency-key': fc.oneof(fc.constantFrom('', ' ', '\u00ff', 'x'.repeat(201), '"x"'), fc.uuid()),
      'if-match': fc.constantFrom('*', '""', 'W/"x"', '"x", "y"', 'x', ',,,'),
      'if-none-match': fc.constantFrom('*', '""', 'W/"x"', '"x", "y"', 'x', ',,,'),
      'content-encoding': fc.constantFrom('gzip', 'identity', 'x'),
    },
    { requiredKeys: ['content-type'] },
  )
  return fc.tuple(id, query, headers, body).map(([one, asked, sent, payload]) => ({
    path: `${path.replaceAll(/\{\w+\}/g, one)}${asked === '' ? '' : `?${asked}`}`,
    headers: sent,
    body: payload,
  }))
}

test('nothing that a client sends makes an answer above 499', async ({
  api,
  shopbell,
  stores,
  startReceiver,
}) => {
  test.setTimeout(TAKES_MS)
  console.log(`Fuzz: FUZZ_SEED=${SEED} FUZZ_RUNS=${RUNS}`)
  const receiver = await startReceiver()
  const contract = await Contract.of(shopbell.url)
  const endpoint = await api.createEndpoint({ url: receiver.url })
  const event = await api.sendEvent('order.shipped', { id: 1 })
  const [delivery] = await api.listDeliveries({ q: event.id })
  const ids = [endpoint.id, event.id, delivery?.id ?? '', `rs_${'0'.repeat(26)}`, TYPE, exampleOwnType]
  const nowhere = 'https://example.com/new_webhook'

  for (const each of contract.operations) {
    const [scheme] = Object.keys(each.operation.security[0] ?? {})
    // It is not set up here, which is a 503.
    if (scheme === 'metricsToken') continue
    const example = Object.values(each.operation.requestBody?.content ?? {})[0]?.example
    const filled: unknown =
      example === undefined
        ? undefined
        : JSON.parse(
            JSON.stringify(example)
              .replaceAll(nowhere, receiver.url)
              .replaceAll(exampleIds.endpoint, endpoint.id),
          )
    await test.step(each.operation.operationId, async () => {
      await fc.assert(
        fc.asyncProperty(shots(each, filled, ids), async ({ path, headers, body }) => {
          const response = await fetch(shopbell.url + path, {
            method: each.method,
            headers: {
              ...headers,
              ...(scheme === 'token' ? { authorization: `Bearer ${stores.ownToken}` } : {}),
            },
            body,
          })
          const text = await response.text()
          expect(response.status, `${each.method} ${path}: ${text}`.slice(0, 2_000)).toBeLessThan(500)
          if (response.status >= 400) {
            expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
            expect(text.length).toBeLessThan(200_000)
          }
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: true },
      )
    })
  }
  expect((await fetch(`${shopbell.url}/api/health`)).status).toBe(200)
  const { data } = await api.client.GET('/2025-09/webhook_endpoints')
  for (const { id } of data?.endpoints ?? []) await api.call('DELETE', `/2025-09/webhook_endpoints/${id}`)
  // Event types are of all tests.
  await api.call('PATCH', `/2025-09/event_types/${TYPE}`, { body: { validation: 'off' } })
  const { data: catalogue } = await api.client.GET('/2025-09/event_types')
  for (const { name } of catalogue?.event_types.filter((type) => !type.built_in) ?? []) {
    await api.call('DELETE', `/2025-09/event_types/${name}`)
  }
})
